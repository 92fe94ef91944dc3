import type { ReactNode } from 'react';
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
    default:
      return <Unknown kind="element" type={element.type} />;
  }
}
