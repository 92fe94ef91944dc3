import { type Recording, STAGES, type Stage } from '../domain/recording.ts';
import type { Room } from '../domain/room.ts';
import { postWanted, updateStale, type Wanted } from './bring-up-to-date.ts';
import { confirmRecording } from './confirm-recording.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads, JobResult } from './job-payloads.ts';
import type { Post, Tables } from './ports.ts';
import { isRemoved, messageOf, stagesOf } from './recording-facts.ts';

type Posts = Partial<Record<Stage, Post>>;

/**
 * Brings a recording's messages up to date with its state: first posts what is missing, in order, then rewrites what is
 * stale. An upload that a callback only claimed is read back first.
 */
export async function announceRecording(
  deps: Deps,
  { recordingId }: JobPayloads['announce-recording'],
): Promise<JobResult> {
  const known = await deps.storage.transaction((tables) => readState(tables, recordingId));
  if (known === undefined) return;
  const { room } = known;
  const recording = isUnconfirmed(known.recording)
    ? await confirmRecording(deps, known.recording)
    : known.recording;
  if (recording === undefined) return;

  const ofSession = await deps.storage.transaction((tables) =>
    tables.recordings.ofSession(recording.sessionId),
  );
  const facts = { recording, room, ofSession, keptDays: deps.meetings.storage.keptDays };
  const wanted = (stage: Stage, readyPermalink: string | null = null): Wanted => ({
    subject: subjectOf(recordingId),
    stage,
    room,
    message: messageOf(stage, { ...facts, readyPermalink }),
  });

  for (const stage of stagesOf(recording)) {
    const post = known.posts[stage];
    const missing = post === undefined || post.state === 'sending';
    if (!missing || isRemoved(recording)) continue;
    const notYet = await postWanted(deps, wanted(stage));
    // Also after a post: what was posted is read again, so that the next run starts from what stands there.
    if (notYet !== undefined) return notYet;
  }
  return updateAll(deps, recordingId, wanted);
}

async function updateAll(
  deps: Deps,
  recordingId: string,
  wanted: (stage: Stage, readyPermalink: string | null) => Wanted,
): Promise<undefined> {
  const posts = await deps.storage.transaction((tables) => readPosts(tables, recordingId));
  const teamId = wanted('ready', null).room.teamId;
  const permalink =
    posts.ready?.state === 'sent' && posts.ended?.state === 'sent'
      ? await deps.messages.permalink(teamId, posts.ready)
      : null;
  for (const post of Object.values(posts)) {
    await updateStale(deps, post, wanted(post.stage as Stage, permalink));
  }
}

const subjectOf = (recordingId: string) => `recording:${recordingId}`;

function isUnconfirmed({ state, confirmedAt }: Recording): boolean {
  return state === 'uploaded' && confirmedAt === null;
}

async function readState(
  tables: Tables,
  recordingId: string,
): Promise<{ recording: Recording; room: Room; posts: Posts } | undefined> {
  const recording = await tables.recordings.find(recordingId);
  if (recording?.roomKey == null) return undefined;
  const room = await tables.rooms.find(recording.roomKey);
  if (room === undefined) return undefined;
  return { recording, room, posts: await readPosts(tables, recordingId) };
}

async function readPosts(tables: Tables, recordingId: string): Promise<Posts> {
  const posts: Posts = {};
  for (const stage of STAGES) {
    const post = await tables.posts.find(subjectOf(recordingId), stage);
    if (post !== undefined) posts[stage] = post;
  }
  return posts;
}
