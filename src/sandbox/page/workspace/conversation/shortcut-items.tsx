import type { ReactNode } from 'react';
import type { ViewShortcut } from '../../../protocol.ts';
import { useConversation } from '../state/conversation-context.ts';
import { sendShortcut } from '../state/sandbox-api.ts';

interface ShortcutItemsProps {
  readonly shortcuts: readonly ViewShortcut[];
  /** The message they are used on; left out for those that can be used anywhere. */
  readonly place?: Parameters<typeof sendShortcut>[2];
  readonly close: () => void;
}

/** Shortcuts of the app in a menu, which closes when one of them is chosen. */
export function ShortcutItems({ shortcuts, place, close }: ShortcutItemsProps): ReactNode {
  const { view, notify } = useConversation();
  const choose = (callbackId: string) => {
    close();
    sendShortcut(view.viewer.id, callbackId, place).catch((error: Error) => notify(error.message));
  };
  return (
    <ul className="menu">
      {shortcuts.map(({ callbackId, name, description }) => (
        <li key={callbackId}>
          <button type="button" onClick={() => choose(callbackId)}>
            {name}
            <small>{description}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
