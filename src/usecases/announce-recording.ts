import { shouldBeThere } from '../domain/look-schedule.ts';
import { stagesToTell } from '../domain/notify.ts';
import { type Recording, STAGES, type Stage } from '../domain/recording.ts';
import type { Room } from '../domain/room.ts';
import type { Session } from '../domain/session.ts';
import { UpstreamError } from '../errors.ts';
import { linkTo, updateStale, type Wanted } from './bring-up-to-date.ts';
import { confirmRecording } from './confirm-recording.ts';
import type { Deps } from './deps.ts';
import { isInstead } from './host-destination.ts';
import type { JobPayloads } from './job-payloads.ts';
import { cardDestination } from './message-destination.ts';
import type { Destination } from './ports/messages.ts';
import type { Post } from './ports/posts.ts';
import type { Tables } from './ports/storage.ts';
import { postMissing } from './post-missing.ts';
import { postSubject } from './post-subject.ts';
import { isRemoved, messageOf, type ReadyMessage, type RecordingFacts, stagesOf } from './recording-facts.ts';
import { updateHostsHomeLater } from './update-home-later.ts';
import { updateRemindersLater } from './update-reminder.ts';
import { updateShared } from './update-shared.ts';

type Posts = Partial<Record<Stage, Post>>;

interface State {
  readonly recording: Recording;
  readonly session: Session | undefined;
  readonly room: Room;
  readonly posts: Posts;
}

/**
 * Brings a recording's messages up to date with its state: first posts what is missing, in order, then rewrites what is
 * stale. An upload that a callback only claimed is read back first; while that can't be done it is not announced.
 */
export async function announceRecording(
  deps: Deps,
  { recordingId }: JobPayloads['announce-recording'],
): Promise<undefined> {
  const state = await deps.storage.transaction((tables) => readState(tables, recordingId));
  if (state === undefined) return;
  const { recording, trouble } = await confirmed(deps, state.recording);
  if (recording === undefined) return;
  await deps.storage.transaction((tables) => tellElsewhere(tables, recording, state.room));
  await bringUpToDate(deps, { ...state, recording });
  if (trouble !== undefined && !isLookedForSince(state.session, deps.clock.now())) throw trouble;
}

/** Where else the recording is spoken of. */
async function tellElsewhere(tables: Tables, recording: Recording, room: Room): Promise<void> {
  await updateHostsHomeLater(tables, room);
  if (isRemoved(recording)) await updateRemindersLater(tables, recording.recordingId);
}

/** Undefined: it is not of that session, and forgotten. `trouble`: why it could not be read back. */
async function confirmed(
  deps: Deps,
  recording: Recording,
): Promise<{ readonly recording: Recording | undefined; readonly trouble?: UpstreamError }> {
  if (recording.state !== 'uploaded' || recording.confirmedAt !== null) return { recording };
  try {
    return { recording: await confirmRecording(deps, recording) };
  } catch (trouble) {
    if (!(trouble instanceof UpstreamError)) throw trouble;
    return { recording, trouble };
  }
}

/** At first this job tries again by itself, in seconds; later the looks at the session do, with growing pauses. */
function isLookedForSince(session: Session | undefined, now: number): boolean {
  return session?.lookSince != null && shouldBeThere(session.lookSince, now);
}

async function bringUpToDate(deps: Deps, { recording, room, posts: before }: State): Promise<void> {
  const { recordingId, sessionId } = recording;
  const { ofSession, settings } = await deps.storage.transaction(async (tables) => ({
    ofSession: await tables.recordings.ofSession(sessionId),
    settings: await tables.settings.of(room.teamId, room.channelId),
  }));
  const { policy, convenience } = settings;
  const { keptDays } = deps.meetingsOf(recording.provider).storage;
  const missing = isRemoved(recording)
    ? leftOpen(before)
    : missingStages(stagesToTell(stagesOf(recording), convenience.notify), before);
  const facts = { recording, room, ofSession, keptDays, policy, now: deps.clock.now() };
  const endTold = before.ended !== undefined || missing.includes('ended');
  const wanted = (stage: Stage, to: Destination, ready: ReadyMessage) =>
    wantedOf(stage, to, { ...facts, ready, endTold });

  await postMissing(deps, {
    room,
    missing,
    convenience,
    wanted: (stage, to) => wanted(stage, to, 'not-yet'),
  });
  const posts = await deps.storage.transaction((tables) => readPosts(tables, recordingId));
  const ready = await whereReadyStands(deps, room, posts);
  const inChannel = cardDestination(room, convenience);
  // The last one first: it is the one people look at.
  for (const post of Object.values(posts).toReversed()) {
    const to = isInstead(room, post)
      ? { ...inChannel, channelId: post.channelId, locale: room.locale }
      : inChannel;
    await updateStale(deps, post, wanted(post.stage as Stage, to, ready));
  }
  await updateShared(deps, facts, inChannel);
}

/** The host alone is told the end by "ready" itself: whatever told it stands in the channel. */
function wantedOf(stage: Stage, to: Destination, facts: Omit<RecordingFacts, 'audience'>): Wanted {
  const { room, recording } = facts;
  const instead = isInstead(room, to);
  const audience = instead || room.direct ? 'host' : 'channel';
  const message = messageOf(stage, { ...facts, audience, endTold: facts.endTold && !instead });
  return { subject: postSubject.recording(recording.recordingId), stage, message, to };
}

/** Nothing is posted behind what stands there already: a channel that was quiet for a while is not told the past. */
function missingStages(stages: readonly Stage[], posts: Posts): readonly Stage[] {
  return stages.slice(stages.findLastIndex((stage) => (posts[stage]?.state ?? 'sending') !== 'sending') + 1);
}

/** "Ready" may stand there, and nobody knows where: what became of the recording is said in a message of its own. */
function leftOpen({ ready }: Posts): readonly Stage[] {
  return ready?.state === 'sending' ? ['ready'] : [];
}

async function whereReadyStands(deps: Deps, room: Room, posts: Posts): Promise<ReadyMessage> {
  if (posts.ready === undefined || posts.ready.state === 'sending') return 'not-yet';
  if (posts.ended?.state !== 'sent' || isInstead(room, posts.ready)) return { permalink: null };
  return { permalink: await linkTo(deps, room.teamId, posts.ready) };
}

async function readState(tables: Tables, recordingId: string): Promise<State | undefined> {
  const recording = await tables.recordings.find(recordingId);
  if (recording?.roomKey == null) return undefined;
  const room = await tables.rooms.find(recording.roomKey);
  if (room === undefined) return undefined;
  const session = await tables.sessions.find(recording.sessionId);
  return { recording, session, room, posts: await readPosts(tables, recordingId) };
}

async function readPosts(tables: Tables, recordingId: string): Promise<Posts> {
  const all = await tables.posts.of(postSubject.recording(recordingId));
  const posts: Posts = {};
  for (const stage of STAGES) {
    const post = all.find((one) => one.stage === stage);
    if (post !== undefined) posts[stage] = post;
  }
  return posts;
}
