import { EventEmitter } from 'node:events';
import type { Content, Draft, Message } from './message.ts';
import { WorkspaceClock } from './workspace-clock.ts';
import { APP, CHANNELS, type ChannelSeed, SLACKBOT_ID, USERS, type User } from './world.ts';

/** A conversation as it is now. */
export interface Channel extends Pick<ChannelSeed, 'id' | 'sharedWith'> {
  readonly members: Set<string>;
  name: string;
  kind: ChannelSeed['kind'];
  archived: boolean;
}

/** What can change about a person. */
export type PersonChange = Partial<Pick<User, 'locale' | 'timeZone' | 'role' | 'deactivated'>>;

/** People and conversations besides those of the sandbox's own world. */
export interface MoreOfTheWorld {
  readonly users: readonly User[];
  readonly channels: readonly ChannelSeed[];
}

/** Everything the workspace remembers, and nothing about how it is asked. */
export class WorkspaceState {
  readonly channels = new Map<string, Channel>();
  readonly clock: WorkspaceClock;
  readonly #users: Map<string, User>;
  readonly #messages = new Map<string, Message>();
  readonly #unread = new Map<string, number>();
  readonly #changes = new EventEmitter();

  /** @param now epoch milliseconds */
  constructor(now: () => number, more: MoreOfTheWorld = { users: [], channels: [] }) {
    this.clock = new WorkspaceClock(now);
    this.#users = new Map([...USERS, ...more.users].map((user) => [user.id, user]));
    for (const { archived = false, members, ...channel } of [...CHANNELS, ...more.channels]) {
      this.channels.set(channel.id, { ...channel, archived, members: new Set(members) });
    }
  }

  onChange(listener: () => void): void {
    this.#changes.on('change', listener);
  }

  /** Something in here, or something that is shown with it, is not what it was. */
  changed(): void {
    this.#changes.emit('change');
  }

  get users(): readonly User[] {
    return [...this.#users.values()];
  }

  user(id: string): User | undefined {
    return this.#users.get(id);
  }

  changePerson(user: User, change: PersonChange): void {
    this.#users.set(user.id, { ...user, ...change });
    this.changed();
  }

  post(draft: Draft): Message {
    for (const member of this.channels.get(draft.channelId)?.members ?? []) {
      if (member !== draft.userId) this.#count(member, draft.channelId, 1);
    }
    return this.#keep({ ...draft, ts: this.clock.next(draft.channelId) });
  }

  /** An ephemeral message. */
  whisper(toUserId: string, draft: Draft): Message {
    return this.#keep({ ...draft, toUserId, ts: this.clock.next(draft.channelId) });
  }

  edit(message: Message, content: Content): Message {
    return this.#keep({ ...message, ...content, editedTs: this.clock.next(message.channelId) });
  }

  /** A message that has replies leaves a tombstone, as in Slack. */
  remove(message: Message): void {
    const { channelId, ts } = message;
    const hasReplies = [...this.#messages.values()].some(({ threadTs }) => threadTs === ts);
    this.#messages.delete(ts);
    if (hasReplies) {
      const text = 'This message was deleted.';
      this.#messages.set(ts, { channelId, ts, userId: SLACKBOT_ID, text, blocks: [], tombstone: true });
    }
    this.changed();
  }

  /** A message everybody in the channel sees. */
  find(channelId: string, ts: string): Message | undefined {
    const message = this.#messages.get(ts);
    const isThere = message?.channelId === channelId && !message.toUserId && !message.tombstone;
    return isThere ? message : undefined;
  }

  /** What a person sees under that `ts`: a message of the channel, or an ephemeral one of theirs. */
  findFor(userId: string, channelId: string, ts: string): Message | undefined {
    const message = this.#messages.get(ts);
    const theirs = message?.toUserId === undefined || message.toUserId === userId;
    return message?.channelId === channelId && theirs ? message : undefined;
  }

  /** Oldest first, ephemeral ones included. */
  messages(): readonly Message[] {
    return [...this.#messages.values()].sort((a, b) => a.ts.localeCompare(b.ts));
  }

  /** The direct messages between a person and the app, opened when they do not exist yet. */
  openAppChannel(userId: string): Channel {
    const id = appChannelId(userId);
    const open = this.channels.get(id);
    if (open) return open;
    const channel: Channel = {
      id,
      name: '',
      kind: 'im',
      archived: false,
      members: new Set([userId, APP.userId]),
    };
    this.channels.set(id, channel);
    this.changed();
    return channel;
  }

  unread(userId: string, channelId: string): number {
    return this.#unread.get(`${userId} ${channelId}`) ?? 0;
  }

  markRead(userId: string, channelId: string): void {
    this.#unread.delete(`${userId} ${channelId}`);
    this.changed();
  }

  #keep(message: Message): Message {
    this.#messages.set(message.ts, message);
    this.changed();
    return message;
  }

  #count(userId: string, channelId: string, more: number): void {
    this.#unread.set(`${userId} ${channelId}`, this.unread(userId, channelId) + more);
  }
}

/** Of the direct messages between a person and the app. */
export function appChannelId(userId: string): string {
  return `D${userId.slice(1)}APP`;
}
