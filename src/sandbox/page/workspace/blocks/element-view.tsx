import type { ReactNode } from 'react';
import { ActingField } from '../fields/acting-field.tsx';
import { ButtonView } from './button-view.tsx';
import { OverflowView } from './overflow-view.tsx';
import { SelectView } from './select-view.tsx';
import type { Element } from './slack-block.ts';
import { TextView } from './text-view.tsx';
import { Unknown } from './unknown.tsx';

/** One element of an actions or context block, or what stands beside a section. */
export function ElementView({ element }: { element: Element }): ReactNode {
  switch (element.type) {
    case 'button':
      return <ButtonView element={element} />;
    case 'overflow':
      return <OverflowView element={element} />;
    case 'static_select':
      return <SelectView element={element} />;
    case 'image':
      return (
        'image_url' in element && (
          <img className="block-accessory" src={element.image_url} alt={element.alt_text} />
        )
      );
    case 'mrkdwn':
    case 'plain_text':
      return <TextView text={element} />;
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
    case 'radio_buttons':
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_users_select':
    case 'datepicker':
    case 'timepicker':
      return <ActingField element={element} />;
    default:
      return <Unknown kind="element" type={element.type} />;
  }
}
