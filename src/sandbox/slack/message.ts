/** A Block Kit block with its id filled in. */
export type Block = Readonly<Record<string, unknown>> & { readonly type: string; readonly block_id: string };

/** What an app attaches to a message for machines. */
export interface Metadata {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, unknown>>;
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
  /** `ts` of the message it replies to. */
  readonly threadTs?: string | undefined;
  /** A reply that the channel sees as well. */
  readonly broadcast?: boolean;
}

/** A message of a channel or an ephemeral one. */
export interface Message extends Draft {
  readonly ts: string;
  /** Set on an ephemeral message: the one person who sees it. */
  readonly toUserId?: string;
  readonly editedTs?: string;
  /** Deleted, but still there as "This message was deleted." because its replies are. */
  readonly tombstone?: true;
}
