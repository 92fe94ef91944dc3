import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { rateLimited } from './rate-limits.ts';
import { SlackError } from './slack-error.ts';

/** How the Web API misbehaves; an empty object makes it behave again. */
export const faultSchema = z.strictObject({
  /** HTTP status of every answer; 429 comes with `Retry-After`. */
  status: z.int().min(400).max(599).optional(),
  /** Waits before it answers, or before it goes on when nothing else is asked for. */
  delay_ms: z.number().min(0).optional(),
  /** Answers `{ok: false, error}`. */
  error: z.string().optional(),
  /** Of these methods alone. `*` and none: of all. `response_url` is one of them. */
  methods: z.array(z.string()).optional(),
  /** Ids: of calls that name one of these channels alone. */
  channels: z.array(z.string()).optional(),
  /** Seconds, with status 429. */
  retry_after: z.number().min(0).default(1),
});
export type Fault = z.infer<typeof faultSchema>;

/** A call as far as a fault may look at it. */
interface Call {
  readonly name: string;
  /** Its arguments. */
  readonly shown: unknown;
}

const channelSchema = z.object({ channel: z.string() });

/** The fault set last. */
export class Faults {
  #fault: Fault = { retry_after: 1 };

  set(fault: Fault): void {
    this.#fault = fault;
  }

  /**
   * Does what the fault says. Throws SlackError when the request is to fail, and what `gone` was aborted with when
   * the caller did not wait.
   */
  async apply(call: Call, gone: AbortSignal): Promise<void> {
    const { status, delay_ms: delayMs, error, retry_after: retryAfter } = this.#fault;
    if (!isMeant(call, this.#fault)) return;
    if (delayMs) await setTimeout(delayMs, undefined, { signal: gone });
    if (status === 429) throw rateLimited(retryAfter);
    if (status) throw new SlackError(error ?? 'internal_error', { status });
    if (error) throw new SlackError(error);
  }
}

function isMeant({ name, shown }: Call, { methods = ['*'], channels }: Fault): boolean {
  const channel = channelSchema.safeParse(shown).data?.channel;
  const isThere = channels === undefined || (channel !== undefined && channels.includes(channel));
  return isThere && (methods.includes('*') || methods.includes(name));
}
