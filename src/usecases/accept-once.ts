import { promiseAnswer } from './answer.ts';
import type { JobName, JobPayloads, ReplyTo } from './job-payloads.ts';
import type { Tables } from './ports/storage.ts';

export interface Accepted<N extends JobName> {
  readonly name: N;
  readonly payload: JobPayloads[N] & { readonly reply: ReplyTo };
  readonly now: number;
}

/** Stores what one click or command asks for as a job of its own; the same request again changes nothing. */
export async function acceptOnce<N extends JobName>(tables: Tables, accepted: Accepted<N>): Promise<void> {
  const { name, payload, now } = accepted;
  if (!(await tables.inbox.accept(payload.reply.requestKey, name, now))) return;
  await tables.jobs.enqueue({ name, payload });
  await promiseAnswer(tables, payload.reply, now);
}
