import { type ReactNode, use, useState } from 'react';
import { BlockId, type Entry, useSendAction } from '../blocks/act-context.ts';
import { plainText } from '../blocks/text-view.tsx';
import type { Field } from './field.ts';
import { FieldControl } from './field-control.tsx';
import { useForm } from './form-context.ts';

/** An element outside an input: what is chosen is sent at once. */
export function ActingField({ element }: { element: Field }): ReactNode {
  const send = useSendAction();
  const form = useForm();
  const blockId = use(BlockId) ?? '';
  const actionId = element.action_id ?? element.type;
  const [entered, setEntered] = useState<Entry>();
  const label = 'placeholder' in element && element.placeholder ? plainText(element.placeholder) : 'Choose';
  return (
    <FieldControl
      element={element}
      entry={entered === undefined ? form.entry(blockId, actionId) : entered}
      onEnter={(entry) => {
        setEntered(entry);
        send(actionId, entry);
      }}
      attributes={{ 'aria-label': label }}
    />
  );
}
