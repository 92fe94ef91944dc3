import type { Stage } from '../../domain/recording.ts';

export interface PostedMessage {
  readonly channelId: string;
  /** Slack's `ts`, a string that must stay one. */
  readonly messageTs: string;
}

export interface Post extends PostedMessage {
  readonly subject: string;
  readonly stage: PostStage;
  readonly state: 'sending' | 'sent' | 'gone';
  /** Of the message that stands there; a different one means it is stale. Empty: nobody knows which one stands there. */
  readonly fingerprint: string;
}

/** `shared:…`: a row that somebody has shown to the channel, by who and which press. */
export type PostStage = Stage | 'card' | 'reminder' | 'policy' | `shared:${string}`;

export interface Posts {
  find(subject: string, stage: PostStage): Promise<Post | undefined>;
  /** All of a subject, in no order. */
  of(subject: string): Promise<readonly Post[]>;
  /** Committed before Slack is called. True the first time; false when an earlier try was left without an answer. */
  begin(subject: string, stage: PostStage, channelId: string): Promise<boolean>;
  sent(subject: string, stage: PostStage, posted: PostedMessage, fingerprint: string): Promise<void>;
  updated(subject: string, stage: PostStage, fingerprint: string): Promise<void>;
  /** Slack said no: nothing was posted. */
  cancel(subject: string, stage: PostStage): Promise<void>;
  gone(subject: string, stage: PostStage): Promise<void>;
}
