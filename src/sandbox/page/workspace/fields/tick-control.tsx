import { type ReactNode, useId } from 'react';
import { useChoices } from './choices.ts';
import type { ControlProps, Field } from './field.ts';

/** Radio buttons for one choice, checkboxes for several. */
export function TickControl({
  element,
  entry,
  onEnter,
  attributes,
}: ControlProps & { element: Field }): ReactNode {
  const name = useId();
  const choices = useChoices(element);
  const isOne = element.type === 'radio_buttons';
  const chosen = [entry ?? []].flat();
  const tick = (value: string, on: boolean): void => {
    if (isOne) onEnter(value);
    else onEnter(on ? [...chosen, value] : chosen.filter((each) => each !== value));
  };
  const { id, 'aria-label': label, 'aria-describedby': describedBy } = attributes;
  return (
    <fieldset
      id={id}
      className="field-ticks"
      role={isOne ? 'radiogroup' : undefined}
      aria-label={label}
      aria-labelledby={id === undefined ? undefined : `${id}-label`}
      aria-describedby={describedBy}
    >
      {choices.map(({ value, label: words, description }) => (
        <label key={value} className="field-tick">
          <input
            type={isOne ? 'radio' : 'checkbox'}
            name={name}
            checked={chosen.includes(value)}
            onChange={({ target }) => tick(value, target.checked)}
          />
          <span>
            {words}
            {description !== undefined && <small>{description}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
