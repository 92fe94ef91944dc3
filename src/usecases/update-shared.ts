import type { ChannelMessage } from '../domain/channel-message.ts';
import { lengthSeconds } from '../domain/recording.ts';
import { keptUntil } from '../domain/retention.ts';
import { updateStale } from './bring-up-to-date.ts';
import type { Deps } from './deps.ts';
import type { Destination } from './ports/messages.ts';
import type { Post } from './ports/posts.ts';
import { postSubject } from './post-subject.ts';
import { endOf, isRemoved, positionOf, type RecordingFacts, startOf } from './recording-facts.ts';

/** `shared:<user>:<press>`: who has shown a recording to the channel, and with which press. */
export type SharedStage = `shared:${string}`;
type SharedPost = Post & { readonly stage: SharedStage };
type SharedFacts = Pick<RecordingFacts, 'recording' | 'room' | 'ofSession' | 'keptDays'>;

/** The row that somebody has shown to the channel. */
export function sharedMessage(facts: SharedFacts, sharedBy: string): ChannelMessage {
  const { recording, room, ofSession, keptDays } = facts;
  const { recordingId } = recording;
  return {
    kind: 'recording-shared',
    recordingId,
    sharedBy,
    title: room.title,
    startedAt: startOf(recording),
    lengthSeconds: lengthSeconds(recording),
    position: positionOf(recordingId, ofSession),
    keptUntil: isRemoved(recording) ? null : keptUntil(endOf(recording), keptDays),
    timeZone: room.timeZone,
  };
}

/** Rows that people have shown to the channel say so, too, when the recording is no more. */
export async function updateShared(deps: Deps, facts: SharedFacts, to: Destination): Promise<void> {
  const subject = postSubject.recording(facts.recording.recordingId);
  const posts = await deps.storage.transaction((tables) => tables.posts.of(subject));
  for (const post of posts.filter(isShared)) {
    const [, sharedBy = ''] = post.stage.split(':');
    const message = sharedMessage(facts, sharedBy);
    await updateStale(deps, post, { subject, stage: post.stage, to, message });
  }
}

function isShared(post: Post): post is SharedPost {
  return post.stage.startsWith('shared:');
}
