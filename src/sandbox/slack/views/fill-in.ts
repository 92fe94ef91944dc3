import { z } from 'zod';
import { type Entry, enter, entrySchema } from '../entry.ts';
import type { Desk } from '../interaction.ts';
import { Refusal } from '../refusal.ts';
import type { User } from '../world.ts';
import { type Element, elementsOf, memberOf, namesOf } from './inputs.ts';
import { inputKey, type View } from './view.ts';

/** What is entered in a view, by label, action id or block id. Fields that are not named stay as they are. */
export const valuesSchema = z.record(z.string(), entrySchema);
export type Values = z.infer<typeof valuesSchema>;

/**
 * The dialog in front of a person, one of theirs by its id, or `home`: their Home tab.
 * Throws Refusal when there is none.
 */
export function findView({ views }: Desk, user: User, named?: string): View {
  const home = views.home(user.id);
  if (named === 'home' || (named !== undefined && named === home?.id)) {
    if (home) return home;
    throw new Refusal(404, `nothing is published for ${user.name}`);
  }
  const stack = views.stack(user.id);
  const found = named === undefined ? stack.at(-1) : stack.find(({ id }) => id === named);
  if (found) return found;
  throw new Refusal(404, `${user.name} has no such dialog open`);
}

/** Enters values in a view. Throws Refusal for a field that is not there or a value that does not fit. */
export function fillIn({ workspace, views }: Desk, view: View, values: Values): void {
  const entered = new Map(view.entered);
  for (const [named, entry] of Object.entries(values)) {
    const element = findField(view, named);
    entered.set(
      inputKey(element.block_id, element.action_id),
      enter(workspace, element, entry satisfies Entry),
    );
  }
  views.note(view, { entered });
}

function findField({ content: { blocks } }: View, named: string): Element {
  const fields = elementsOf(blocks).filter((element) => memberOf(element) !== undefined);
  const found = fields.find(
    (element) => element.block_id === named || namesOf(element, blocks).includes(named),
  );
  if (found) return found;
  const there = fields.map((element) => `"${namesOf(element, blocks)[0]}"`).join(', ');
  throw new Refusal(404, `no field "${named}" in this view; it has: ${there || 'none'}`);
}
