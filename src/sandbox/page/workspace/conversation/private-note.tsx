import type { ReactNode } from 'react';
import type { ViewMessage } from '../../../protocol.ts';
import { useConversation } from '../state/conversation-context.ts';
import { dismissMessage } from '../state/sandbox-api.ts';

/** Marks an answer that nobody else sees, and takes it away on request. */
export function PrivateNote({ message }: { message: ViewMessage }): ReactNode {
  const { view, notify } = useConversation();
  const dismiss = (): void => {
    dismissMessage(view.viewer.id, message.ts).catch((error: Error) => notify(error.message));
  };
  return (
    <div className="private-note">
      <svg viewBox="0 0 20 20" width="14" height="14" aria-hidden="true">
        <path
          d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
        />
        <circle cx="10" cy="10" r="2.4" fill="currentColor" />
      </svg>
      <span>Only visible to you</span>
      <button type="button" className="link" onClick={dismiss}>
        Dismiss
      </button>
    </div>
  );
}
