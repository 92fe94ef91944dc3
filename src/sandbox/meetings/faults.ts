import { z } from 'zod';
import { parseInput } from './parse-input.ts';

const faultsSchema = z.strictObject({
  /** Callbacks: deliver each one this many times, in parallel. */
  duplicate: z.int().min(1).max(100).default(1),
  /** Callbacks: hold a room's until none came for 1.5 s, then deliver them in random order. */
  shuffle: z.boolean().default(false),
  /** Callbacks: the share (0 to 1) or the events that are never delivered. */
  drop: z.union([z.number().min(0).max(1), z.array(z.string())]).default(0),
  /** Callbacks: wait before each delivery. */
  callback_delay_ms: z.int().min(0).max(600_000).default(0),
  /** Callbacks: `recording:uploaded` without `room_id`, as in the documentation of 2021. */
  no_room_id: z.boolean().default(false),
  /** Callbacks: a JSON string that holds the JSON, as logged in October 2022. */
  double_encoded: z.boolean().default(false),
  /** Callbacks: without the signature, although one is configured. */
  unsigned: z.boolean().default(false),
  /** REST: do what was asked, answer this much later. */
  delay_ms: z.int().min(0).max(600_000).default(0),
  /** REST: do nothing and answer with this status. */
  status: z.int().min(400).max(599).optional(),
  /** REST: do nothing and never answer. */
  hang: z.boolean().default(false),
  /** REST: only these, like `POST /rooms` or `GET /recordings/:id`. */
  methods: z.array(z.string()).optional(),
});

/** What the server does wrong on request. */
export type FaultSettings = z.output<typeof faultsSchema>;
export type FaultInput = z.input<typeof faultsSchema>;

export interface Faults {
  current(): FaultSettings;
  /** Replaces all faults; what is not named is off, so `{}` turns all of them off. Throws {@link ApiError} 400. */
  set(input: unknown): void;
  /** The faults for one REST request, when there are any for it. */
  forRequest(method: string, path: string): FaultSettings | undefined;
}

export function createFaults(): Faults {
  let current = faultsSchema.parse({});
  return {
    current: () => current,
    set(input) {
      current = parseInput(faultsSchema, input);
    },
    forRequest(method, path) {
      const { methods } = current;
      return !methods || methods.some((pattern) => matches(pattern, `${method} ${path}`))
        ? current
        : undefined;
    },
  };
}

function matches(pattern: string, request: string): boolean {
  const wanted = pattern.split(/[ /]+/);
  const given = request.split(/[ /]+/);
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith(':') || part.toLowerCase() === given[index]?.toLowerCase())
  );
}
