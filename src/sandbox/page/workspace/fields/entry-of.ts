import type { Entry } from '../blocks/act-context.ts';

/** What the sandbox says is entered in an element (`{type, value | selected_…}`), in the form it takes entries in. */
export function entryOf(state: Readonly<Record<string, unknown>> | undefined): Entry {
  if (state === undefined) return null;
  const [, held] = Object.entries(state).find(([member]) => member !== 'type') ?? [];
  if (Array.isArray(held)) return held.map(textOf);
  return held === null || held === undefined ? null : textOf(held);
}

/** Of an option its value. */
function textOf(held: unknown): string {
  return typeof held === 'object' && held !== null && 'value' in held ? String(held.value) : String(held);
}
