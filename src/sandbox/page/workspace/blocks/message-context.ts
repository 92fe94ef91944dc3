import { createContext, use } from 'react';
import { useConversation } from '../state/conversation-context.ts';
import { sendAction } from '../state/sandbox-api.ts';

/** The `ts` of the message whose blocks are being drawn. */
export const MessageTs = createContext('');

/** Tells the app that something in this message was clicked; a failure is told to the person. */
export function useSendAction(): (actionId: string, value?: string) => void {
  const messageTs = use(MessageTs);
  const { view, channel, notify } = useConversation();
  return (actionId, value) => {
    sendAction(
      { user: view.viewer.id, channel: channel.id },
      { message_ts: messageTs, action: actionId, ...(value !== undefined && { value }) },
    ).catch((error: Error) => notify(error.message));
  };
}
