import type { ReactNode } from 'react';
import { Popover } from '../popover.tsx';
import { useConversation } from '../state/conversation-context.ts';
import { sendShortcut } from '../state/sandbox-api.ts';

/** The "+" beside the composer: what the app offers from anywhere. */
export function ShortcutsMenu(): ReactNode {
  const { view, notify } = useConversation();
  const shortcuts = view.shortcuts.filter(({ type }) => type === 'global');
  if (shortcuts.length === 0) return null;
  return (
    <Popover label="Shortcuts" face="+" className="composer-plus">
      {(close) => (
        <ul className="menu">
          {shortcuts.map(({ callbackId, name, description }) => (
            <li key={callbackId}>
              <button
                type="button"
                onClick={() => {
                  close();
                  sendShortcut(view.viewer.id, callbackId).catch((error: Error) => notify(error.message));
                }}
              >
                {name}
                <small>{description}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
