import type { ReplyTo } from '../../usecases/job-payloads.ts';

/** Somebody has used a button or menu of ours. */
export interface Click {
  readonly value: string | undefined;
  /** In a menu of people. */
  readonly selectedUserId: string | undefined;
  readonly reply: ReplyTo;
  /** Was it pressed in a direct or group message? */
  readonly direct: boolean;
  /** Of the message the button stands on. */
  readonly messageTs: string;
  readonly now: number;
}
