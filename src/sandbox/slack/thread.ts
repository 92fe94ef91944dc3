import type { Message } from './message.ts';
import { SlackError } from './slack-error.ts';
import type { Channel, WorkspaceState } from './workspace-state.ts';

/** What a message's replies are known by. */
export interface ThreadFacts {
  readonly reply_count: number;
  readonly reply_users: readonly string[];
  readonly reply_users_count: number;
  readonly latest_reply: string;
}

/** Of every message that has replies, by channel and `ts`: see {@link threadKey}. */
export function threadFacts(messages: readonly Message[]): ReadonlyMap<string, ThreadFacts> {
  const replies = messages.filter((message) => isReply(message) && message.toUserId === undefined);
  const threads = Map.groupBy(replies, ({ channelId, threadTs = '' }) => threadKey(channelId, threadTs));
  return new Map([...threads].map(([key, thread]) => [key, factsOf(thread)]));
}

export function threadKey(channelId: string, ts: string): string {
  return `${channelId} ${ts}`;
}

export function isReply({ threadTs, ts }: Message): boolean {
  return threadTs !== undefined && threadTs !== ts;
}

/**
 * The thread that a reply belongs to: the message itself, or the thread that this is a reply in.
 * Throws SlackError `invalid_thread_ts` for what is no `ts`, `thread_not_found` when there is no such message.
 */
export function findThread(
  workspace: WorkspaceState,
  channel: Channel,
  threadTs: string | undefined,
): string | undefined {
  if (threadTs === undefined) return undefined;
  if (!/^\d+\.\d{6}$/.test(threadTs)) {
    throw new SlackError('invalid_thread_ts', { reasons: [`${threadTs} is not a valid thread_ts`] });
  }
  const root = workspace
    .messages()
    .find(
      ({ channelId, ts, toUserId }) => channelId === channel.id && ts === threadTs && toUserId === undefined,
    );
  if (!root) throw new SlackError('thread_not_found');
  return root.threadTs ?? root.ts;
}

function factsOf(replies: readonly Message[]): ThreadFacts {
  const users = [...new Set(replies.map(({ userId }) => userId))];
  return {
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    latest_reply: replies.at(-1)?.ts ?? '',
  };
}
