import { EventEmitter } from 'node:events';
import { WorkspaceClock } from './workspace-clock.ts';
import { APP, CHANNELS, type ChannelSeed, USERS, type User } from './world.ts';

/** A Block Kit block with its id filled in. */
export type Block = Readonly<Record<string, unknown>> & { readonly type: string; readonly block_id: string };

/** What an app attaches to a message for machines. */
export interface Metadata {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, unknown>>;
}

/** A conversation as it is now. */
export interface Channel extends Omit<ChannelSeed, 'members' | 'archived'> {
  readonly members: Set<string>;
  archived: boolean;
}

/** What a message says. Text is escaped the way Slack's is: `&amp;`, `&lt;`, `&gt;`. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata?: Metadata | undefined;
}

/** A message that has no `ts` yet. */
export interface Draft extends Content {
  readonly channelId: string;
  readonly userId: string;
  readonly threadTs?: string | undefined;
}

/** A message of a channel or an ephemeral one. */
export interface Message extends Draft {
  readonly ts: string;
  /** Set on an ephemeral message: the one person who sees it. */
  readonly toUserId?: string;
  readonly editedTs?: string;
}

/** Everything the workspace remembers, and nothing about how it is asked. */
export class WorkspaceState {
  readonly users: readonly User[] = USERS;
  readonly channels = new Map<string, Channel>();
  readonly clock: WorkspaceClock;
  readonly #messages = new Map<string, Message>();
  readonly #unread = new Map<string, number>();
  readonly #changes = new EventEmitter();

  /** @param now epoch milliseconds */
  constructor(now: () => number) {
    this.clock = new WorkspaceClock(now);
    for (const { archived = false, members, ...channel } of CHANNELS) {
      this.channels.set(channel.id, { ...channel, archived, members: new Set(members) });
    }
  }

  onChange(listener: () => void): void {
    this.#changes.on('change', listener);
  }

  user(id: string): User | undefined {
    return this.users.find((user) => user.id === id);
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

  remove(message: Message): void {
    this.#messages.delete(message.ts);
    this.#changed();
  }

  /** A message everybody in the channel sees. */
  find(channelId: string, ts: string): Message | undefined {
    const message = this.#messages.get(ts);
    return message?.channelId === channelId && !message.toUserId ? message : undefined;
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

  join(channel: Channel, userId: string): void {
    channel.members.add(userId);
    this.#changed();
  }

  /** The direct messages between a person and the app, opened when they do not exist yet. */
  openAppChannel(userId: string): Channel {
    const id = `D${userId.slice(1)}APP`;
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
    this.#changed();
    return channel;
  }

  unread(userId: string, channelId: string): number {
    return this.#unread.get(`${userId} ${channelId}`) ?? 0;
  }

  markRead(userId: string, channelId: string): void {
    this.#unread.delete(`${userId} ${channelId}`);
    this.#changed();
  }

  #keep(message: Message): Message {
    this.#messages.set(message.ts, message);
    this.#changed();
    return message;
  }

  #count(userId: string, channelId: string, more: number): void {
    this.#unread.set(`${userId} ${channelId}`, this.unread(userId, channelId) + more);
  }

  #changed(): void {
    this.#changes.emit('change');
  }
}
