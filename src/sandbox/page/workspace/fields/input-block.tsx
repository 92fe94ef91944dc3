import { type ReactNode, useId } from 'react';
import { useSendAction } from '../blocks/act-context.ts';
import type { BlockOf } from '../blocks/slack-block.ts';
import { plainText } from '../blocks/text-view.tsx';
import type { Field } from './field.ts';
import { FieldControl } from './field-control.tsx';
import { useForm } from './form-context.ts';

/** Where an input tells the app what is entered: choices do so at once, these only with Enter. */
const TYPED: ReadonlySet<string> = new Set([
  'plain_text_input',
  'number_input',
  'email_text_input',
  'url_text_input',
]);

/** A field of a dialog: its label, the control, and what helps to fill it in. */
export function InputBlock({ block }: { block: BlockOf<'input'> }): ReactNode {
  const id = useId();
  const form = useForm();
  const send = useSendAction();
  const element = block.element as Field;
  const { block_id: blockId = '', dispatch_action: dispatches = false, optional = false } = block;
  const { action_id: actionId = '', type } = element;
  const error = form.error(blockId);
  const described = [error && `${id}-error`, block.hint && `${id}-hint`].filter(Boolean).join(' ');
  const entry = form.entry(blockId, actionId);
  const isGroup = /radio|checkboxes|multi/.test(type);
  return (
    <div className={error === undefined ? 'field' : 'field is-wrong'}>
      <FieldLabel id={id} isGroup={isGroup}>
        {plainText(block.label)}
        {optional && <span className="field-optional"> (optional)</span>}
      </FieldLabel>
      <FieldControl
        element={element}
        entry={entry}
        onEnter={(next) => {
          form.enter(blockId, next);
          if (dispatches && !TYPED.has(type)) send(actionId, next);
        }}
        {...(dispatches && TYPED.has(type) && { onDone: () => send(actionId, entry) })}
        attributes={{
          id,
          'aria-describedby': described || undefined,
          'aria-invalid': error !== undefined,
          'aria-required': !optional,
        }}
      />
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {block.hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {plainText(block.hint)}
        </p>
      )}
    </div>
  );
}

function FieldLabel({
  id,
  isGroup,
  children,
}: {
  id: string;
  /** Several controls: each has a label of its own. */
  isGroup: boolean;
  children: ReactNode;
}): ReactNode {
  const looks = { id: `${id}-label`, className: 'field-label' };
  if (isGroup) return <div {...looks}>{children}</div>;
  return (
    <label {...looks} htmlFor={id}>
      {children}
    </label>
  );
}
