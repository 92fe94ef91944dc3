import type * as slack from '@slack/types';

export type Block = slack.KnownBlock;
export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>;
export type TextObject = slack.MrkdwnElement | slack.PlainTextElement;
export type Confirm = slack.ConfirmationDialog;
export type Button = slack.Button;
export type Overflow = slack.Overflow;
export type StaticSelect = slack.StaticSelect;
/** Whatever stands in an actions block or beside a section. */
export type Element = slack.ActionsBlockElement | slack.SectionBlockAccessory | slack.ContextBlockElement;

/** The sandbox's Slack has checked the blocks when they were posted; here only the outermost shape is looked at. */
export function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
