import { z } from 'zod';
import type { Block } from '../message.ts';
import { type Element, elementsOf } from './inputs.ts';
import type { View } from './view.ts';
import { enteredIn } from './wire-view.ts';

/** What Slack itself finds wrong with what is entered, by block id, before the app hears of it. */
export function complaints(view: View): Readonly<Record<string, string>> {
  const inputs = view.content.blocks.filter(({ type }) => type === 'input');
  const found = elementsOf(inputs).flatMap((element) => {
    const block = inputs.find(({ block_id }) => block_id === element.block_id);
    const complaint = block && complaintOf(block, element, enteredIn(view, element));
    return complaint === undefined ? [] : [[element.block_id, complaint] as const];
  });
  return Object.fromEntries(found);
}

/** Only the first sentence is Slack's; the others say what Slack says in words of our own. */
function complaintOf(block: Block, element: Element, entered: unknown): string | undefined {
  const isEmpty = entered === null || (Array.isArray(entered) && entered.length === 0);
  if (isEmpty) return block['optional'] === true ? undefined : 'Please complete this required field.';
  return typeof entered === 'string' ? ofText(element, entered) : undefined;
}

function ofText(element: Element, text: string): string | undefined {
  const bound = (name: string): number | undefined => z.coerce.number().safeParse(element[name]).data;
  const { type } = element;
  if (text.length < (bound('min_length') ?? 0)) return `Use at least ${bound('min_length')} characters.`;
  if (type === 'plain_text_input' && text.length > (bound('max_length') ?? 3000)) {
    return `Use at most ${bound('max_length') ?? 3000} characters.`;
  }
  if (type === 'email_text_input' && !z.email().safeParse(text).success) return 'Enter an email address.';
  if (type === 'url_text_input' && !URL.canParse(text)) return 'Enter a web address.';
  return type === 'number_input' ? ofNumber(text, bound, element['is_decimal_allowed'] === true) : undefined;
}

function ofNumber(
  text: string,
  bound: (name: string) => number | undefined,
  decimals: boolean,
): string | undefined {
  const number = Number(text);
  if (!Number.isFinite(number) || (!decimals && !Number.isInteger(number))) return 'Enter a number.';
  const [least, most] = [bound('min_value'), bound('max_value')];
  if (least !== undefined && number < least) return `Enter at least ${least}.`;
  if (most !== undefined && number > most) return `Enter at most ${most}.`;
  return undefined;
}
