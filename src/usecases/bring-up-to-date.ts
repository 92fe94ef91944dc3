import { createHash } from 'node:crypto';
import type { ChannelMessage } from '../domain/channel-message.ts';
import type { Room } from '../domain/room.ts';
import { ChannelGoneError, UpstreamError, UpstreamUnavailableError } from '../errors.ts';
import type { Deps } from './deps.ts';
import type { JobResult } from './job-payloads.ts';
import type { Post, PostStage } from './ports.ts';

/** Slack takes one message a second in a channel. Source: Slack's rate limits, chat.postMessage. */
const CHANNEL_PAUSE_MS = 1_000;

/** A message as it should stand in the room's channel. */
export interface Wanted {
  /** `room:<key>` or `recording:<id>`. */
  readonly subject: string;
  readonly stage: PostStage;
  readonly message: ChannelMessage;
  readonly room: Room;
}

/** The same message has the same fingerprint; another one means that what stands in Slack is stale. */
function fingerprintOf(message: ChannelMessage): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('base64url');
}

/** Posts a message that is not there yet, when the channel's turn has come. */
export async function postWanted(deps: Deps, wanted: Wanted): Promise<JobResult> {
  const { subject, stage, message, room } = wanted;
  const channelId = room.postChannelId ?? room.channelId;
  const turn = await deps.storage.transaction(async (tables) => {
    const notBefore = await tables.pauses.take(`channel:${channelId}`, deps.clock.now(), CHANNEL_PAUSE_MS);
    if (notBefore > 0) return { notBefore, first: false };
    return { notBefore, first: await tables.posts.begin(subject, stage, channelId) };
  });
  if (turn.notBefore > 0) return { again: turn.notBefore };
  if (!turn.first)
    deps.log.warn({ subject, stage }, 'posted again: an earlier try was left without an answer');

  try {
    const posted = await deps.messages.post(room.teamId, channelId, message, room.locale);
    await deps.storage.transaction((tables) =>
      tables.posts.sent(subject, stage, posted, fingerprintOf(message)),
    );
  } catch (error) {
    if (certainlyNotPosted(error)) {
      await deps.storage.transaction((tables) => tables.posts.cancel(subject, stage));
    }
    throw error;
  }
}

function certainlyNotPosted(error: unknown): boolean {
  if (error instanceof UpstreamUnavailableError) return error.reached === 'no';
  return error instanceof UpstreamError || error instanceof ChannelGoneError;
}

/** Rewrites a message whose state has moved on. One that Slack no longer has is let go. */
export async function updateStale(deps: Deps, post: Post, { message, room }: Wanted): Promise<void> {
  const fingerprint = fingerprintOf(message);
  if (post.state !== 'sent' || post.fingerprint === fingerprint) return;
  try {
    await deps.messages.update(room.teamId, post, message, room.locale);
    await deps.storage.transaction((tables) => tables.posts.updated(post.subject, post.stage, fingerprint));
  } catch (error) {
    if (!(error instanceof ChannelGoneError)) throw error;
    await deps.storage.transaction((tables) => tables.posts.gone(post.subject, post.stage));
  }
}
