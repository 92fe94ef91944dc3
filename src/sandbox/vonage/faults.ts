import { z } from 'zod';

/** What both servers' callbacks can do wrong on request. */
export const callbackFaults = {
  /** Deliver each one this many times, in parallel. */
  duplicate: z.int().min(1).max(100).default(1),
  /** Hold those of a room (Video: of a session) until none came for 1.5 s, then deliver them in random order. */
  shuffle: z.boolean().default(false),
  /** The share (0 to 1) or the titles, as shown behind the scenes, that are never delivered. */
  drop: z.union([z.number().min(0).max(1), z.array(z.string())]).default(0),
  /** Wait before each delivery. */
  callback_delay_ms: z.int().min(0).max(600_000).default(0),
  /** A JSON string that holds the JSON, as logged in October 2022. */
  double_encoded: z.boolean().default(false),
  /** Without the signature, although one is configured. */
  unsigned: z.boolean().default(false),
};

/** What both servers' REST APIs can do wrong on request. */
export const restFaults = {
  /** Do what was asked, answer this much later. */
  delay_ms: z.int().min(0).max(600_000).default(0),
  /** Do nothing and answer with this status. */
  status: z.int().min(400).max(599).optional(),
  /** Do nothing and never answer. */
  hang: z.boolean().default(false),
  /** Only these, like `POST /rooms` or `GET /recordings/:id`. */
  methods: z.array(z.string()).optional(),
};

export type CallbackFaults = z.output<z.ZodObject<typeof callbackFaults>>;
export type RestFaults = z.output<z.ZodObject<typeof restFaults>>;

export interface Faults<Settings> {
  current(): Settings;
  /** Replaces all faults; what is not named is off, so `{}` turns all of them off. Throws {@link ApiError} 400. */
  set(input: unknown): void;
  /** The faults for one REST request, when there are any for it. */
  forRequest(method: string, path: string): Settings | undefined;
}

/** `read` checks what is asked for and fills in what is not; it refuses in the words of its API. */
export function createFaults<Settings extends RestFaults>(
  read: (input: unknown) => Settings,
): Faults<Settings> {
  let current = read({});
  return {
    current: () => current,
    set(input) {
      current = read(input);
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
