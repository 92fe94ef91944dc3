import { answerLater, promiseAnswer } from './answer.ts';
import type { ReplyTo } from './job-payloads.ts';
import type { Tables } from './ports.ts';

/** "Try again" under a room that could not be made: the same room is tried once more, by its host, once per click. */
export async function retryRoom(
  tables: Tables,
  retry: { readonly roomKey: string; readonly reply: ReplyTo; readonly now: number },
): Promise<void> {
  const { roomKey, reply, now } = retry;
  if (!(await tables.inbox.accept(reply.requestKey, 'retry-room', now))) return;
  if (!(await tables.rooms.retry(roomKey, reply.userId))) return;
  const room = await tables.rooms.find(roomKey);
  if (room === undefined) return;
  await answerLater(tables, reply, { kind: 'making-room', title: room.title });
  await tables.jobs.enqueue({ name: 'create-room', lane: roomKey, payload: { roomKey, reply } });
  await promiseAnswer(tables, reply, now);
}
