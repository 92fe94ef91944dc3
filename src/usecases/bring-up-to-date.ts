import { createHash } from 'node:crypto';
import type { ChannelMessage } from '../domain/channel-message.ts';
import {
  ChannelGoneError,
  MessageGoneError,
  PersonGoneError,
  ThreadGoneError,
  UpstreamError,
  UpstreamUnavailableError,
} from '../errors.ts';
import type { Deps } from './deps.ts';
import type { Destination } from './ports/messages.ts';
import type { Post, PostStage } from './ports/posts.ts';
import type { Tables } from './ports/storage.ts';

/** A message as it should stand in the room's channel. */
export interface Wanted {
  /** See {@link postSubject}. */
  readonly subject: string;
  readonly stage: PostStage;
  readonly message: ChannelMessage;
  readonly to: Destination;
  /** In the transaction before the message is sent. */
  readonly onBegin?: (tables: Tables) => Promise<unknown>;
  /** In the transaction that knows the message to be sent. */
  readonly onSent?: (tables: Tables) => Promise<unknown>;
}

/** The same message has the same fingerprint; another one means that what stands in Slack is stale. */
function fingerprintOf(message: ChannelMessage): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('base64url');
}

/**
 * Posts a message that is not there yet; in the channel itself when what it was to reply to is gone. Throws PausedError
 * while it is not its turn.
 */
export async function postWanted(deps: Deps, wanted: Wanted): Promise<void> {
  try {
    await post(deps, wanted);
  } catch (error) {
    if (!(error instanceof ThreadGoneError) || wanted.to.threadTs === null) throw error;
    await post(deps, { ...wanted, to: { ...wanted.to, threadTs: null } });
  }
}

async function post(deps: Deps, { subject, stage, message, to, onBegin, onSent }: Wanted): Promise<void> {
  const trial = { begun: false, first: true };
  try {
    await deps.messages.post(to, message, {
      async begin(tables) {
        trial.first = await tables.posts.begin(subject, stage, to.channelId);
        trial.begun = true;
        await onBegin?.(tables);
      },
      async sent(tables, posted) {
        await tables.posts.sent(subject, stage, posted, fingerprintOf(message));
        await onSent?.(tables);
      },
    });
  } catch (error) {
    if (trial.begun && certainlyNotPosted(error)) {
      await deps.storage.transaction((tables) => tables.posts.cancel(subject, stage));
    }
    throw error;
  } finally {
    if (!trial.first) {
      deps.log.warn({ subject, stage }, 'posted again: an earlier try was left without an answer');
      deps.counts.onPostedAgain();
    }
  }
}

function certainlyNotPosted(error: unknown): boolean {
  if (error instanceof UpstreamUnavailableError) return error.reached === 'no';
  return [UpstreamError, ChannelGoneError, ThreadGoneError, PersonGoneError].some(
    (kind) => error instanceof kind,
  );
}

/** While a change is under way: without an answer to it, what is to stand there must be written once more. */
const UNKNOWN = '';

/** Has the state moved on since the message was last written? */
export function isStale(post: Post, { message }: Pick<Wanted, 'message'>): boolean {
  return post.state === 'sent' && post.fingerprint !== fingerprintOf(message);
}

/** Rewrites a message whose state has moved on. Throws PausedError while it is not its turn. */
export async function updateStale(deps: Deps, post: Post, wanted: Wanted): Promise<undefined> {
  if (!isStale(post, wanted)) return;
  const { message, to } = wanted;
  const { subject, stage, channelId, messageTs } = post;
  const place = { teamId: to.teamId, locale: to.locale, channelId, messageTs };
  await whileItStands(deps, post, () =>
    deps.messages.update(place, message, {
      begin: ({ posts }) => posts.updated(subject, stage, UNKNOWN),
      taken: ({ posts }) => posts.updated(subject, stage, fingerprintOf(message)),
    }),
  );
}

/** A link to a message; null when somebody has deleted it. */
export async function linkTo(deps: Deps, teamId: string, post: Post): Promise<string | null> {
  if (post.state !== 'sent') return null;
  return (await whileItStands(deps, post, () => deps.messages.permalink(teamId, post))) ?? null;
}

/**
 * A message that Slack no longer has is let go; one in a channel that is shut to us stays as it is until the next time it
 * would be rewritten: undefined.
 */
async function whileItStands<T>(deps: Deps, post: Post, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ChannelGoneError) return undefined;
    if (!(error instanceof MessageGoneError)) throw error;
    await deps.storage.transaction((tables) => tables.posts.gone(post.subject, post.stage));
    return undefined;
  }
}
