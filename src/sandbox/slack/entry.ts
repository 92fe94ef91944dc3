import { z } from 'zod';
import { findChannel, findPerson } from './find-by-name.ts';
import { Refusal } from './refusal.ts';
import { type Element, emptyOf, memberOf, type Option, optionsOf } from './views/inputs.ts';
import type { WorkspaceState } from './workspace-state.ts';

/**
 * What a person enters: a text, a number, an option by its value or its words, a date `2026-11-25`, a time `14:30`,
 * a person or channel by id or name; a list where several can be chosen; null: nothing.
 */
export const entrySchema = z.union([z.string(), z.number(), z.array(z.string()), z.null()]);
export type Entry = z.infer<typeof entrySchema>;

/** What Slack keeps of an entry. Throws Refusal for what cannot be entered in that element. */
export function enter(workspace: WorkspaceState, element: Element, entry: Entry): unknown {
  if (entry === null || entry === '') return emptyOf(element);
  const one = (each: string | number): unknown => enterOne(workspace, element, each);
  const isList = Array.isArray(emptyOf(element));
  if (isList) return [entry].flat().map(one);
  if (Array.isArray(entry)) throw new Refusal(400, `${element.type} takes one value`);
  return one(entry);
}

/** An act as it stands in a payload: a button whole, of others what was chosen. */
export function acted(element: Element, entered: unknown, actionTs: string): Record<string, unknown> {
  if (element.type === 'button') return { ...element, action_ts: actionTs };
  const { type, action_id: actionId, block_id: blockId } = element;
  const member = memberOf(element) ?? 'selected_option';
  return { type, action_id: actionId, block_id: blockId, [member]: entered, action_ts: actionTs };
}

function enterOne(workspace: WorkspaceState, element: Element, entry: string | number): unknown {
  const text = String(entry);
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select':
    case 'radio_buttons':
    case 'checkboxes':
    case 'overflow':
      return findOption(element, text);
    case 'users_select':
    case 'multi_users_select':
      return findPerson(workspace, text).id;
    case 'conversations_select':
    case 'channels_select':
      return findChannel(workspace, text).id;
    case 'datepicker':
      return matching(z.iso.date(), text);
    case 'timepicker':
      return matching(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), text);
    case 'datetimepicker':
      return matching(z.coerce.number().int(), text);
    default:
      return text;
  }
}

function findOption(element: Element, named: string): Option {
  const options = optionsOf(element);
  const found = options.find(({ value, text }) => value === named || text.text === named);
  if (found) return found;
  const there = options.map(({ value, text }) => `"${text.text}" (${value})`).join(', ');
  throw new Refusal(404, `no option "${named}" in ${element.action_id}; it has: ${there}`);
}

function matching<T>(schema: z.ZodType<T>, entry: string): T {
  const parsed = schema.safeParse(entry);
  if (!parsed.success) throw new Refusal(400, `"${entry}" cannot be entered there`);
  return parsed.data;
}
