import type { Block } from '../message.ts';

export interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji?: boolean | undefined;
}

/** What a dialog or a Home tab shows, as the app sent it. */
export interface ViewContent {
  readonly type: 'modal' | 'home';
  readonly blocks: readonly Block[];
  readonly title?: PlainText | undefined;
  readonly submit?: PlainText | undefined;
  readonly close?: PlainText | undefined;
  readonly private_metadata: string;
  readonly callback_id: string;
  readonly external_id: string;
  readonly clear_on_close: boolean;
  readonly notify_on_close: boolean;
}

/** One that a person has before them. */
export interface View {
  readonly id: string;
  readonly userId: string;
  /** The conversation it was opened in. */
  readonly channelId?: string | undefined;
  /** The dialog at the bottom, and the one right beneath. */
  readonly rootId: string;
  readonly previousId: string | null;
  content: ViewContent;
  /** Changes with the content. */
  hash: string;
  /** What the person entered, by {@link inputKey}. */
  entered: ReadonlyMap<string, unknown>;
  /** By block id: what Slack or the app says is wrong there. */
  errors: Readonly<Record<string, string>>;
  /** What went wrong with the dialog as a whole. */
  problem?: string | undefined;
}

/** An input keeps what was entered when the app changes the view around it, as long as both ids stay. */
export function inputKey(blockId: string, actionId: string): string {
  return JSON.stringify([blockId, actionId]);
}
