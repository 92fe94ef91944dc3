import type { ReactNode } from 'react';
import { useConversation } from '../state/conversation-context.ts';
import { DialogView } from './dialog-view.tsx';

/** The dialog in front; those beneath wait until it is gone. */
export function Dialogs(): ReactNode {
  const { view } = useConversation();
  const front = view.dialogs.at(-1);
  return front && <DialogView key={front.id} dialog={front} />;
}
