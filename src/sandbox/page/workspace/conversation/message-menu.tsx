import type { ReactNode } from 'react';
import type { ViewMessage } from '../../../protocol.ts';
import { Popover } from '../popover.tsx';
import { useConversation } from '../state/conversation-context.ts';
import { ShortcutItems } from './shortcut-items.tsx';

/** What can be done with a message: shown while one points at it or is in it. */
export function MessageMenu({ message }: { message: ViewMessage }): ReactNode {
  const { view, channel, openThread } = useConversation();
  const shortcuts = view.shortcuts.filter(({ type }) => type === 'message');
  const place = { channel: channel.id, message_ts: message.ts };
  return (
    <div className="message-menu">
      {openThread && (
        <button
          type="button"
          className="button is-quiet"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => openThread(message.threadTs ?? message.ts)}
        >
          <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
            <path
              d="M3 4h14v9H9l-4 3v-3H3z"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.6"
              strokeLinejoin="round"
            />
          </svg>
        </button>
      )}
      {shortcuts.length > 0 && (
        <Popover label="More message actions" face="⋮" className="button is-quiet">
          {(close) => <ShortcutItems shortcuts={shortcuts} place={place} close={close} />}
        </Popover>
      )}
    </div>
  );
}
