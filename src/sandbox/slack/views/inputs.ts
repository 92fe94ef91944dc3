import { z } from 'zod';
import type { Block } from '../message.ts';

const elementSchema = z.looseObject({ type: z.string(), action_id: z.string() });
const textSchema = z.looseObject({ text: z.string() });

/** Something in a block that a person can use. */
export type Element = z.infer<typeof elementSchema> & { readonly block_id: string };

/** How the state of each kind of element is called, and its first state; buttons and overflow menus have none. */
const HOLDS: Readonly<Record<string, { readonly member: string; readonly initial: string }>> = {
  plain_text_input: { member: 'value', initial: 'initial_value' },
  number_input: { member: 'value', initial: 'initial_value' },
  email_text_input: { member: 'value', initial: 'initial_value' },
  url_text_input: { member: 'value', initial: 'initial_value' },
  static_select: { member: 'selected_option', initial: 'initial_option' },
  radio_buttons: { member: 'selected_option', initial: 'initial_option' },
  multi_static_select: { member: 'selected_options', initial: 'initial_options' },
  checkboxes: { member: 'selected_options', initial: 'initial_options' },
  users_select: { member: 'selected_user', initial: 'initial_user' },
  multi_users_select: { member: 'selected_users', initial: 'initial_users' },
  conversations_select: { member: 'selected_conversation', initial: 'initial_conversation' },
  channels_select: { member: 'selected_channel', initial: 'initial_channel' },
  datepicker: { member: 'selected_date', initial: 'initial_date' },
  timepicker: { member: 'selected_time', initial: 'initial_time' },
  datetimepicker: { member: 'selected_date_time', initial: 'initial_date_time' },
};

/** Everything that can be used, in order. */
export function elementsOf(blocks: readonly Block[]): readonly Element[] {
  return blocks.flatMap((block) => {
    const inside = [block['element'], block['accessory'], block['elements']].flat();
    return inside.flatMap((element) => {
      const parsed = elementSchema.safeParse(element);
      return parsed.success ? [{ ...parsed.data, block_id: block.block_id }] : [];
    });
  });
}

/** The member that holds what is entered; undefined for what holds nothing. */
export function memberOf({ type }: Element): string | undefined {
  return HOLDS[type]?.member;
}

/** What is entered before anybody enters anything. */
export function initialOf(element: Element, channelId: string | undefined): unknown {
  const member = HOLDS[element.type]?.initial;
  const given = member === undefined ? undefined : element[member];
  const here = element['default_to_current_conversation'] === true ? channelId : undefined;
  return here ?? given ?? emptyOf(element);
}

/** What an element holds when nothing is entered. */
export function emptyOf(element: Element): unknown {
  return memberOf(element)?.match(/options$|users$/) ? [] : null;
}

/** All options of an element, in groups or not. */
export function optionsOf(element: Element): readonly Option[] {
  const given = z.array(optionSchema).safeParse(element['options']).data;
  const groups = z
    .array(z.looseObject({ options: z.array(optionSchema) }))
    .safeParse(element['option_groups']);
  return given ?? groups.data?.flatMap(({ options }) => options) ?? [];
}

const optionSchema = z.looseObject({ text: textSchema, value: z.string() });
export type Option = z.infer<typeof optionSchema>;

/** What people call an element: what stands on it or above it. */
export function namesOf(element: Element, blocks: readonly Block[]): readonly string[] {
  const block = blocks.find(({ block_id }) => block_id === element.block_id);
  const label = block?.type === 'input' ? block['label'] : undefined;
  const texts = [element['text'], label, element['placeholder']].map(
    (text) => textSchema.safeParse(text).data?.text,
  );
  const spoken = z.string().safeParse(element['accessibility_label']).data;
  return [...texts, spoken, element.action_id].filter((name) => name !== undefined);
}
