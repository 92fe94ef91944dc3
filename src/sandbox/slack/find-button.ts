import { z } from 'zod';
import { Refusal } from './refusal.ts';
import type { Message } from './workspace-state.ts';

const buttonSchema = z.looseObject({
  type: z.literal('button'),
  action_id: z.string(),
  text: z.looseObject({ text: z.string() }),
  value: z.string().optional(),
});

/** A button of a message, with the id of its block. */
export interface Button extends z.infer<typeof buttonSchema> {
  readonly block_id: string;
}

/** How a button is named: by what stands on it or by its action id; with several alike, by its value too. */
export interface ButtonName {
  readonly action: string;
  readonly value?: string | undefined;
}

/** The button of that name. Throws {@link Refusal}, naming those there are. */
export function findButton(message: Message, { action, value }: ButtonName): Button {
  const buttons = buttonsOf(message);
  const found = buttons.find(
    (button) =>
      (button.text.text === action || button.action_id === action) &&
      (value === undefined || button.value === value),
  );
  if (found) return found;
  const there = buttons.map((button) => `"${button.text.text}" (${button.action_id})`).join(', ');
  throw new Refusal(404, `no button "${action}" on this message; it has: ${there || 'none'}`);
}

function buttonsOf(message: Message): readonly Button[] {
  return message.blocks.flatMap((block) => {
    const elements = [block['accessory'], ...(Array.isArray(block['elements']) ? block['elements'] : [])];
    return elements.flatMap((element) => {
      const button = buttonSchema.safeParse(element);
      return button.success ? [{ ...button.data, block_id: block.block_id }] : [];
    });
  });
}
