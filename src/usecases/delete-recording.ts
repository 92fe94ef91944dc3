import type { Answer } from '../domain/answer.ts';
import { NotFoundError, UpstreamUnavailableError } from '../errors.ts';
import { announceRecordingLater } from './announce-later.ts';
import { answer, answerLater } from './answer.ts';
import type { Deps } from './deps.ts';
import { type FoundRecording, findRecordingFor } from './find-recording-for.ts';
import type { JobPayloads, ReplyTo } from './job-payloads.ts';
import { verdictOn } from './may.ts';
import type { Meetings } from './ports/meetings.ts';
import { isRemoved, startOf } from './recording-facts.ts';

/**
 * Deletes a recording at the provider, for whom the channel's policy lets. Says "deleted" only after a read answered
 * that it is gone. Twice, or by two people at once, is the same as once: the first one is named.
 */
export async function deleteRecording(
  deps: Deps,
  { recordingId, reply }: JobPayloads['delete-recording'],
): Promise<undefined> {
  const found = await findRecordingFor(deps, recordingId, reply);
  const refusal = found === undefined ? unknown : await deleteIt(deps, found, reply);
  if (refusal !== undefined) await answer(deps, reply, refusal);
}

const unknown: Answer = { kind: 'recording-unknown' };

/** Undefined: it is deleted, and the answer is on its way. */
async function deleteIt(
  deps: Deps,
  { recording, room }: FoundRecording,
  reply: ReplyTo,
): Promise<Answer | undefined> {
  const { title, hostUserId } = room;
  const { allowed, policy } = await verdictOn(deps, { action: 'delete-recording', room, reply });
  if (!allowed) return { kind: 'delete-refused', title, hostUserId, rule: policy.deleteRecordings };
  const startedAt = startOf(recording);
  if (isRemoved(recording)) return { kind: 'recording-removed', title, startedAt };
  const meetings = deps.meetingsOf(recording.provider);
  const outcome = await meetings.deleteRecording(recording.recordingId);
  if (outcome === 'too-early') return { kind: 'delete-too-early', title };
  await makeSureItIsGone(meetings, recording.recordingId);
  await recordDeletion(deps, { recording, room }, reply);
  return undefined;
}

async function makeSureItIsGone(meetings: Meetings, recordingId: string): Promise<void> {
  try {
    await meetings.getRecording(recordingId);
  } catch (error) {
    if (error instanceof NotFoundError) return;
    throw error;
  }
  throw new UpstreamUnavailableError('meetings', 'recording_still_there', 'Deleted, but still readable', {
    reached: 'yes',
    details: { recordingId },
  });
}

/** The answer is a job of its own: were it late, this one would find the recording deleted and not know by whom. */
async function recordDeletion(
  deps: Deps,
  { recording, room }: FoundRecording,
  reply: ReplyTo,
): Promise<void> {
  const { recordingId } = recording;
  const { teamId, userId } = reply;
  const at = deps.clock.now();
  await deps.storage.transaction(async (tables) => {
    const startedAt = startOf(recording);
    await answerLater(tables, reply, { kind: 'recording-deleted', title: room.title, startedAt });
    const removed = { state: 'deleted', deletedBy: userId, removedAt: at } as const;
    if (!(await tables.recordings.advance(recording, removed))) return;
    await tables.audit.add({ teamId, at, userId, action: 'delete-recording', subject: recordingId });
    await announceRecordingLater(tables, recordingId);
  });
}
