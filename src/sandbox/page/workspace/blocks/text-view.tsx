import type { ReactNode } from 'react';
import { MrkdwnText } from '../mrkdwn/mrkdwn-text.tsx';
import { parsePlainText } from '../mrkdwn/parse-mrkdwn.ts';
import type { TextObject } from './slack-block.ts';

/** A text object of either kind. */
export function TextView({ text }: { text: TextObject }): ReactNode {
  return text.type === 'mrkdwn' ? <MrkdwnText text={text.text} /> : plainText(text);
}

/** The words of a `plain_text` object, emoji drawn unless it says otherwise. */
export function plainText(text: { readonly text: string; readonly emoji?: boolean }): string {
  return text.emoji === false ? text.text : parsePlainText(text.text);
}
