import type { Block } from './message.ts';
import { Refusal } from './refusal.ts';
import { type Element, elementsOf, namesOf } from './views/inputs.ts';

/** How an element is named: by what stands on it or above it, or by its action id. */
export interface ElementName {
  readonly action: string;
  /** Block id, where several are called the same. */
  readonly block?: string | undefined;
  /** With several buttons alike: the button's value. */
  readonly value?: unknown;
}

/** Where it is looked for. */
export interface ElementPlace {
  readonly blocks: readonly Block[];
  /** For a script: "on this message". */
  readonly where: string;
}

/** The element of that name. Throws {@link Refusal}, naming those there are. */
export function findElement({ blocks, where }: ElementPlace, { action, block, value }: ElementName): Element {
  const elements = elementsOf(blocks);
  const found = elements.find(
    (element) =>
      namesOf(element, blocks).includes(action) &&
      (block === undefined || element.block_id === block) &&
      (element.type !== 'button' || value === undefined || element['value'] === value),
  );
  if (found) return found;
  const there = elements.map((element) => `"${namesOf(element, blocks)[0]}" (${element.action_id})`);
  throw new Refusal(404, `no button "${action}" ${where}; it has: ${there.join(', ') || 'none'}`);
}
