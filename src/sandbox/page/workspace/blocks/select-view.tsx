import { type ReactNode, useState } from 'react';
import { useSendAction } from './act-context.ts';
import type { StaticSelect } from './slack-block.ts';
import { plainText } from './text-view.tsx';
import { useConfirmed } from './use-confirmed.tsx';

/** A menu to choose one option from; what is chosen is sent at once. */
export function SelectView({ element }: { element: StaticSelect }): ReactNode {
  const send = useSendAction();
  const [chosen, setChosen] = useState(element.initial_option?.value ?? '');
  const [ask, dialog] = useConfirmed(element.confirm, (value = '') => {
    setChosen(value);
    send(element.action_id ?? 'select', value);
  });
  const label = element.placeholder ? plainText(element.placeholder) : 'Select an option';
  const groups = element.option_groups ?? [{ label: undefined, options: element.options ?? [] }];
  return (
    <>
      <select
        className="button"
        aria-label={label}
        value={chosen}
        onChange={(event) => ask(event.target.value)}
      >
        {chosen === '' && <option value="">{label}</option>}
        {groups.map((group) => (
          <Options key={group.label?.text ?? ''} group={group} />
        ))}
      </select>
      {dialog}
    </>
  );
}

type Group = {
  readonly label: { readonly text: string } | undefined;
  readonly options: NonNullable<StaticSelect['options']>;
};

function Options({ group }: { group: Group }): ReactNode {
  const options = group.options.map((option) => (
    <option key={option.value} value={option.value}>
      {plainText(option.text)}
    </option>
  ));
  return group.label === undefined ? options : <optgroup label={plainText(group.label)}>{options}</optgroup>;
}
