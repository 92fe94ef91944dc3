import { createContext, use } from 'react';
import type { ViewChannel, WorkspaceView } from '../../../protocol.ts';

/** What everything inside a conversation knows and can do. */
export interface ConversationTools {
  readonly view: WorkspaceView;
  readonly channel: ViewChannel;
  /** Shows a channel, and one of its messages. */
  goTo(channelId: string, messageTs?: string): void;
  /** Counts what was sent from here; each time the list goes to its end, where the answer will be. */
  readonly sent: number;
  countSent(): void;
  /** Puts a text into the composer and the cursor behind it. */
  fill(text: string): void;
  /** Shows a message's thread beside the channel; absent where there is no room for it. */
  readonly openThread?: ((threadTs: string) => void) | undefined;
  /** The thread this is, by its message's `ts`. */
  readonly threadTs?: string | undefined;
  /** Tells the person something that is no message. */
  notify(text: string): void;
}

export const ConversationContext = createContext<ConversationTools | undefined>(undefined);

export function useConversation(): ConversationTools {
  const tools = use(ConversationContext);
  if (tools === undefined) throw new Error('used outside a conversation');
  return tools;
}
