import type { ReplyTo } from '../../src/usecases/job-payloads.ts';
import type { JobRequest } from '../../src/usecases/ports/jobs.ts';
import type { OpenedStore } from './open-store.ts';

/** Where a private answer goes. */
export const sampleReply: ReplyTo = {
  teamId: 'T1',
  userId: 'U1',
  channelId: 'C1',
  responseUrl: 'https://hooks.slack.com/commands/T1/1/secret',
  replaces: false,
  requestKey: 'slack:1',
};

/** A job nobody waits for, in the lane of that room. */
export function announceRoom(roomKey: string, runAt?: number): JobRequest<'announce-room'> {
  const job = { name: 'announce-room', lane: roomKey, payload: { roomKey } } as const;
  return runAt === undefined ? job : { ...job, runAt };
}

/** A job a person waits for, in no lane. */
export function answerHelp(): JobRequest<'answer'> {
  return { name: 'answer', payload: { answer: { kind: 'help', hostOnly: true }, reply: sampleReply } };
}

/** One transaction that does nothing else. */
export function enqueue({ storage }: OpenedStore, ...requests: JobRequest[]): Promise<void> {
  return storage.transaction(async ({ jobs }) => {
    for (const request of requests) await jobs.enqueue(request);
  });
}
