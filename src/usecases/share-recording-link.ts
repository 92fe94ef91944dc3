import type { Answer } from '../domain/answer.ts';
import { isAllowed } from '../domain/permissions.ts';
import { NotFoundError } from '../errors.ts';
import { answer } from './answer.ts';
import type { Deps } from './deps.ts';
import { type FoundRecording, findRecordingFor, isInChannel } from './find-recording-for.ts';
import type { JobPayloads, ReplyTo } from './job-payloads.ts';
import { markGone } from './mark-gone.ts';
import type { MeetingRecording } from './ports.ts';
import { isRemoved, startOf } from './recording-facts.ts';

/** Gives one person a link to a recording, minted at this click. */
export async function shareRecordingLink(
  deps: Deps,
  { recordingId, reply }: JobPayloads['share-recording-link'],
): Promise<undefined> {
  const found = await findRecordingFor(deps, recordingId, reply);
  const shown = found !== undefined && (await maySee(deps, found, reply)) ? found : undefined;
  await answer(deps, reply, shown === undefined ? { kind: 'recording-unknown' } : await linkTo(deps, shown));
}

async function maySee(deps: Deps, { room }: FoundRecording, reply: ReplyTo): Promise<boolean> {
  const person = { teamId: reply.teamId, userId: reply.userId, isAdmin: false, isGuest: false };
  const may = (inChannel: boolean) => isAllowed('get-recording-link', person, { room, inChannel });
  // For the host it does not matter whether we can look into the channel.
  return may(false) || may(await isInChannel(deps, room, reply));
}

async function linkTo(deps: Deps, { recording, room }: FoundRecording): Promise<Answer> {
  const { title } = room;
  const removed: Answer = { kind: 'recording-removed', title, startedAt: startOf(recording) };
  if (isRemoved(recording)) return removed;
  let read: MeetingRecording;
  try {
    read = await deps.meetings.getRecording(recording.recordingId);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    if (recording.confirmedAt === null) return { kind: 'recording-not-ready', title };
    await markGone(deps, recording);
    return removed;
  }
  if (!read.uploaded || read.url === null || read.sessionId !== recording.sessionId) {
    return { kind: 'recording-not-ready', title };
  }
  return {
    kind: 'recording-link',
    title,
    recordingId: recording.recordingId,
    sessionId: recording.sessionId,
    startedAt: startOf(recording),
    url: read.url,
    worksUntil: read.urlExpiresAt,
    storage: deps.meetings.storage,
  };
}
