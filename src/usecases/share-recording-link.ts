import type { Answer } from '../domain/answer.ts';
import { NotFoundError } from '../errors.ts';
import { answer } from './answer.ts';
import type { Deps } from './deps.ts';
import { type FoundRecording, findRecordingFor } from './find-recording-for.ts';
import type { JobPayloads, ReplyTo } from './job-payloads.ts';
import { markGone } from './mark-gone.ts';
import { verdictOn } from './may.ts';
import type { MeetingRecording } from './ports/meetings.ts';
import { isRemoved, startOf } from './recording-facts.ts';

/** Gives one person a link to a recording, minted at this click. */
export async function shareRecordingLink(
  deps: Deps,
  { recordingId, reply }: JobPayloads['share-recording-link'],
): Promise<undefined> {
  const found = await findRecordingFor(deps, recordingId, reply);
  await answer(
    deps,
    reply,
    found === undefined ? { kind: 'recording-unknown' } : await linkFor(deps, found, reply),
  );
}

async function linkFor(deps: Deps, found: FoundRecording, reply: ReplyTo): Promise<Answer> {
  const { room } = found;
  const { allowed, policy } = await verdictOn(deps, { action: 'get-recording-link', room, reply });
  if (allowed) return linkTo(deps, found);
  if (policy.seeLinks === 'members') return { kind: 'recording-unknown' };
  return { kind: 'link-refused', title: room.title, hostUserId: room.hostUserId };
}

async function linkTo(deps: Deps, { recording, room }: FoundRecording): Promise<Answer> {
  const { title } = room;
  const removed: Answer = { kind: 'recording-removed', title, startedAt: startOf(recording) };
  if (isRemoved(recording)) return removed;
  const meetings = deps.meetingsOf(recording.provider);
  let read: MeetingRecording;
  try {
    read = await meetings.getRecording(recording.recordingId);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    if (recording.confirmedAt === null) return { kind: 'recording-not-ready', title };
    await markGone(deps, recording);
    return removed;
  }
  const { recordingId, sessionId } = recording;
  if (!read.uploaded || read.sessionId !== sessionId) return { kind: 'recording-not-ready', title };
  const which = { title, recordingId, sessionId, startedAt: startOf(recording) };
  if (read.url === null) return { kind: 'recording-elsewhere', ...which };
  return {
    kind: 'recording-link',
    ...which,
    url: read.url,
    worksUntil: read.urlExpiresAt,
    storage: meetings.storage,
  };
}
