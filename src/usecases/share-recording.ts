import type { Answer } from '../domain/answer.ts';
import { answer } from './answer.ts';
import { postWanted } from './bring-up-to-date.ts';
import type { Deps } from './deps.ts';
import { type FoundRecording, findRecordingFor, isAskedWithin } from './find-recording-for.ts';
import type { JobPayloads, ReplyTo } from './job-payloads.ts';
import { isInChannel, verdictOn } from './may.ts';
import { cardDestination } from './message-destination.ts';
import { postSubject } from './post-subject.ts';
import { isRemoved, startOf } from './recording-facts.ts';
import { isPresent } from './session-look.ts';
import { type SharedStage, sharedMessage } from './update-shared.ts';

/** Shows the row of a recording, not its link, to the channel it was asked for in; once per press. */
export async function shareRecording(
  deps: Deps,
  { recordingId, reply }: JobPayloads['share-recording'],
): Promise<undefined> {
  const found = await findRecordingFor(deps, recordingId, reply);
  await answer(
    deps,
    reply,
    found === undefined ? { kind: 'recording-unknown' } : await share(deps, found, reply),
  );
}

async function share(deps: Deps, { recording, room }: FoundRecording, reply: ReplyTo): Promise<Answer> {
  const { title } = room;
  if (isRemoved(recording)) return { kind: 'recording-removed', title, startedAt: startOf(recording) };
  if (!isPresent(recording)) return { kind: 'recording-not-ready', title };
  if (!(await mayShare(deps, room, reply))) return { kind: 'share-refused', title };
  const { recordingId, sessionId } = recording;
  const { keptDays } = deps.meetingsOf(recording.provider).storage;
  const subject = postSubject.recording(recordingId);
  const stage: SharedStage = `shared:${reply.userId}:${reply.requestKey}`;
  const { post, ofSession, settings } = await deps.storage.transaction(async (tables) => ({
    post: await tables.posts.find(subject, stage),
    ofSession: await tables.recordings.ofSession(sessionId),
    settings: await tables.settings.of(room.teamId, room.channelId),
  }));
  if (post === undefined || post.state === 'sending') {
    const message = sharedMessage({ recording, room, ofSession, keptDays }, reply.userId);
    // Where everybody reads it, also when the room itself lives in a thread.
    const to = { ...cardDestination(room, settings.convenience), threadTs: null };
    await postWanted(deps, { subject, stage, message, to });
  }
  return { kind: 'recording-shared', title };
}

/** Only whoever is in the channel may speak in it, through us as well; between people an app has no place. */
async function mayShare(deps: Deps, room: FoundRecording['room'], reply: ReplyTo): Promise<boolean> {
  if (room.direct || !isAskedWithin(room, reply)) return false;
  const { allowed } = await verdictOn(deps, { action: 'see-recordings', room, reply });
  return allowed && (await isInChannel(deps, room, reply));
}
