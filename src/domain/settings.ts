/**
 * What of a room's life becomes messages in the channel: `messages`: each is one; `thread`: replies under the room's
 * card, "ready" stands in the channel; `quiet`: "ready" alone.
 */
export const NOTIFY = ['messages', 'thread', 'quiet'] as const;
export type Notify = (typeof NOTIFY)[number];

/** What any member of a channel may choose for it. */
export interface Convenience {
  readonly notify: Notify;
  /** Language of the channel's messages, e.g. `de-DE`; null: that of each room's host. */
  readonly locale: string | null;
  /** Are hosts reminded before their recordings of this channel go? */
  readonly reminders: boolean;
}

export const DEFAULT_CONVENIENCE: Convenience = { notify: 'messages', locale: null, reminders: true };
