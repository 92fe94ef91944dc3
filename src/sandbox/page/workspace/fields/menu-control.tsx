import type { ReactNode } from 'react';
import { plainText } from '../blocks/text-view.tsx';
import { useChoices } from './choices.ts';
import type { ControlProps, Field } from './field.ts';

/** A menu to choose one thing from. */
export function MenuControl({
  element,
  entry,
  onEnter,
  attributes,
}: ControlProps & { element: Field }): ReactNode {
  const choices = useChoices(element);
  const chosen = entry === null ? '' : String(entry);
  const placeholder =
    'placeholder' in element && element.placeholder ? plainText(element.placeholder) : 'Choose';
  return (
    <select
      {...attributes}
      className="field-text"
      value={chosen}
      onChange={({ target }) => onEnter(target.value === '' ? null : target.value)}
    >
      <option value="">{placeholder}</option>
      {choices.map(({ value, label, description }) => (
        <option key={value} value={value}>
          {description === undefined ? label : `${label} – ${description}`}
        </option>
      ))}
    </select>
  );
}
