import type { Answer } from '../../domain/answer.ts';
import type { ChannelMessage } from '../../domain/channel-message.ts';
import type { Home } from '../../domain/home.ts';
import type { ReplyTo } from '../job-payloads.ts';
import type { PostedMessage } from './posts.ts';
import type { Tables } from './storage.ts';
import type { Member } from './workspace.ts';

/** Where a message goes, and in which language. */
export interface Destination {
  readonly teamId: string;
  readonly channelId: string;
  /** Slack's `ts` of the message it is a reply to; null: none. */
  readonly threadTs: string | null;
  readonly locale: string;
}

/** A message that is to be rewritten, in which language. */
export type StandingMessage = PostedMessage & Pick<Destination, 'teamId' | 'locale'>;

/** What is stored along with a change of what stands in Slack. */
export interface ChangeRecord {
  /** In the transaction that takes the change's turn: from its commit on nobody knows what stands there … */
  begin(tables: Tables): Promise<void>;
  /** … until Slack has taken it. */
  taken(tables: Tables): Promise<void>;
}

/** What is stored along with a message. */
export interface PostRecord {
  /** In the transaction that takes the message's turn: the request goes out as soon as it is committed. */
  begin(tables: Tables): Promise<void>;
  /** Slack has taken it. */
  sent(tables: Tables, posted: PostedMessage): Promise<void>;
}

/**
 * Throws ChannelGoneError when the channel is no longer ours to write to, MessageGoneError when the message isn't,
 * ThreadGoneError when there is nothing to reply to, PausedError when it is not its turn.
 */
export interface ChannelMessages {
  post(to: Destination, message: ChannelMessage, record: PostRecord): Promise<void>;
  update(to: StandingMessage, message: ChannelMessage, record: ChangeRecord): Promise<void>;
  permalink(teamId: string, post: PostedMessage): Promise<string>;
}

/** App Home: a page of our own for each person. */
export interface Homes {
  publish(of: Member & { readonly locale: string }, home: Home, record: ChangeRecord): Promise<void>;
}

export interface Answers {
  /**
   * Answers one person privately: by `response_url`, or by direct message when that is dead. Throws PersonGoneError or
   * ChannelGoneError when they get none either.
   */
  send(to: ReplyTo, answer: Answer, locale: string): Promise<void>;
}
