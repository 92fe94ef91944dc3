import type { ReactNode } from 'react';
import { Popover } from '../popover.tsx';
import { useConversation } from '../state/conversation-context.ts';
import { ShortcutItems } from './shortcut-items.tsx';

/** The "+" beside the composer: what the app offers from anywhere. */
export function ShortcutsMenu(): ReactNode {
  const { view } = useConversation();
  const shortcuts = view.shortcuts.filter(({ type }) => type === 'global');
  if (shortcuts.length === 0) return null;
  return (
    <Popover label="Shortcuts" face="+" className="composer-plus">
      {(close) => <ShortcutItems shortcuts={shortcuts} close={close} />}
    </Popover>
  );
}
