import type { InputBlock, KnownBlock, ModalView } from '@slack/types';

type Entered = Readonly<Record<string, unknown>>;

/** Which member of an element holds what is chosen at first, and which member of the state tells of it. */
const HELD: Readonly<Record<string, readonly [initial: string, member: string]>> = {
  plain_text_input: ['initial_value', 'value'],
  radio_buttons: ['initial_option', 'selected_option'],
  static_select: ['initial_option', 'selected_option'],
  conversations_select: ['initial_conversation', 'selected_conversation'],
  datetimepicker: ['initial_date_time', 'selected_date_time'],
};

export function inputsOf({ blocks }: Pick<ModalView, 'blocks'>): readonly InputBlock[] {
  return (blocks as readonly KnownBlock[]).filter((block) => block.type === 'input');
}

/** `state.values` of a dialog as Slack sends it: what is chosen at first, or what was entered, by field. */
export function stateOf(view: ModalView, entered: Entered = {}): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    inputsOf(view).map(({ block_id: field = '', element }) => {
      const { type, action_id: action = '' } = element as { type: string; action_id?: string };
      const [initial, member] = HELD[type] ?? ['', ''];
      const value = field in entered ? entered[field] : (element as unknown as Entered)[initial];
      return [field, { [action]: { type, [member]: value ?? null } }];
    }),
  );
}

/** An option as the state tells of it. */
export function chosen(value: string): { value: string } {
  return { value };
}
