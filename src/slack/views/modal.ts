import type { InputBlock, KnownBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/types';
import type { ViewId } from '../ids.ts';

export interface Dialog {
  readonly id: ViewId;
  /** At most 24 characters, like the words on its buttons. */
  readonly title: string;
  readonly submit: string;
  readonly close: string;
  /** What comes back with it. */
  readonly carries: string;
  readonly blocks: KnownBlock[];
}

export function modal({ id, title, submit, close, carries, blocks }: Dialog): ModalView {
  return {
    type: 'modal',
    callback_id: id,
    title: plainText(title),
    submit: plainText(submit),
    close: plainText(close),
    private_metadata: carries,
    blocks,
  };
}

interface FieldExtras {
  readonly hint?: string;
  readonly optional?: true;
  /** Are we told at once when it changes? */
  readonly dispatch?: true;
}

/** One thing to fill in. `fieldId` is where an error about it is shown. */
export function field(
  fieldId: string,
  label: string,
  { element, hint, optional, dispatch }: { readonly element: InputBlock['element'] } & FieldExtras,
): InputBlock {
  return {
    type: 'input',
    block_id: fieldId,
    label: plainText(label),
    element,
    ...(hint !== undefined && { hint: plainText(hint) }),
    ...(optional && { optional }),
    ...(dispatch && { dispatch_action: true }),
  };
}

interface Choice {
  readonly actionId: string;
  readonly options: readonly PlainTextOption[];
  /** Of the option chosen at first; unknown or left out: the first one. */
  readonly initial?: string;
}

/** One of a few, all of them seen at once. There must be an option at least. */
export function radioButtons({ actionId, options, initial }: Choice): InputBlock['element'] {
  return { type: 'radio_buttons', action_id: actionId, ...choiceOf(options, initial) };
}

/** One of a few, seen when it is opened. There must be an option at least. */
export function menu({ actionId, options, initial }: Choice): InputBlock['element'] {
  return { type: 'static_select', action_id: actionId, ...choiceOf(options, initial) };
}

function choiceOf(options: readonly PlainTextOption[], initial: string | undefined) {
  const chosen = options.find(({ value }) => value === initial) ?? options[0];
  return { options: [...options], ...(chosen !== undefined && { initial_option: chosen }) };
}

export function option(value: string, label: string): PlainTextOption {
  return { text: plainText(label), value };
}

function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text };
}
