import type { ReactNode } from 'react';
import { plainText } from '../blocks/text-view.tsx';
import { Unknown } from '../blocks/unknown.tsx';
import type { ControlProps, Field } from './field.ts';
import { MenuControl } from './menu-control.tsx';
import { MomentControl } from './moment-control.tsx';
import { TickControl } from './tick-control.tsx';

/** The browser's own control for an element. */
export function FieldControl({ element, ...props }: ControlProps & { element: Field }): ReactNode {
  switch (element.type) {
    case 'plain_text_input':
      return <TextControl {...props} element={element} type="text" long={element.multiline ?? false} />;
    case 'number_input':
      return <TextControl {...props} element={element} type="text" inputMode="decimal" />;
    case 'email_text_input':
      return <TextControl {...props} element={element} type="email" />;
    case 'url_text_input':
      return <TextControl {...props} element={element} type="url" />;
    case 'datepicker':
      return <TextControl {...props} element={element} type="date" />;
    case 'timepicker':
      return <TextControl {...props} element={element} type="time" />;
    case 'datetimepicker':
      return <MomentControl {...props} />;
    case 'static_select':
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
      return <MenuControl {...props} element={element} />;
    case 'radio_buttons':
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_users_select':
      return <TickControl {...props} element={element} />;
    default:
      return <Unknown kind="element" type={element.type} />;
  }
}

function TextControl({
  element,
  entry,
  onEnter,
  onDone,
  attributes,
  type,
  inputMode,
  long = false,
}: ControlProps & {
  element: Field;
  type: string;
  inputMode?: 'decimal';
  long?: boolean;
}): ReactNode {
  const shared = {
    ...attributes,
    className: 'field-text',
    value: entry === null ? '' : String(entry),
    placeholder: 'placeholder' in element && element.placeholder ? plainText(element.placeholder) : undefined,
    onChange: ({ target }: { target: { value: string } }) => onEnter(target.value),
  };
  if (long) return <textarea {...shared} rows={4} />;
  return (
    <input
      {...shared}
      type={type}
      inputMode={inputMode}
      autoComplete="off"
      onKeyDown={({ key }) => key === 'Enter' && onDone?.()}
    />
  );
}
