import type { ActionsBlock, Button, ContextBlock, HeaderBlock, SectionBlock } from '@slack/types';
import type { ActionId } from '../ids.ts';

/** One paragraph of whole sentences in mrkdwn. */
export function section(...sentences: string[]): SectionBlock {
  // Verbatim: only our own marks make links and mentions, never words of a title.
  return { type: 'section', text: { type: 'mrkdwn', text: sentences.join(' '), verbatim: true } };
}

/** What the blocks below are, in plain text. */
export function heading(text: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text, emoji: false } };
}

/** A small grey line, formatted by nothing, so that ids can be copied as they are. */
export function smallPrint(text: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] };
}

/** What the following is about; at most 150 characters. */
export function header(text: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text } };
}

/** A row of buttons; there must be one at least. */
export function actions(...elements: Button[]): ActionsBlock {
  return { type: 'actions', elements };
}

type ButtonExtras = Pick<Button, 'url' | 'value' | 'style' | 'confirm' | 'accessibility_label'>;

/** `label` is what the button says. */
export function button(actionId: ActionId, label: string, extras: ButtonExtras = {}): Button {
  return { type: 'button', action_id: actionId, text: { type: 'plain_text', text: label }, ...extras };
}
