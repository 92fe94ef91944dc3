import type { types } from '@slack/bolt';

export type Block = types.KnownBlock;
export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>;
export type TextObject = types.MrkdwnElement | types.PlainTextElement;
export type Confirm = types.ConfirmationDialog;
export type Button = types.Button;
export type Overflow = types.Overflow;
export type StaticSelect = types.StaticSelect;
/** Whatever stands in an actions block or beside a section. */
export type Element = types.ActionsBlockElement | types.SectionBlockAccessory | types.ContextBlockElement;

/** The sandbox's Slack has checked the blocks when they were posted; here only the outermost shape is looked at. */
export function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
