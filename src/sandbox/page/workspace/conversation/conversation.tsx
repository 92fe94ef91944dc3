import { type ReactNode, useRef, useState } from 'react';
import type { ViewChannel, WorkspaceView } from '../../../protocol.ts';
import { MessagesTab } from '../home/messages-tab.tsx';
import { ConversationContext, type ConversationTools } from '../state/conversation-context.ts';
import { channelTitle } from './channel-title.ts';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import type { Target } from './target.ts';
import { useDrafts } from './use-drafts.ts';

/** A channel as one person sees it: its head, its messages, the composer. */
export function Conversation({
  view,
  channel,
  suffix = '',
  target,
  threadTs,
  openThread,
  goTo,
  notify,
  instead,
  inTab = false,
  children,
}: {
  view: WorkspaceView;
  channel: ViewChannel;
  /** Ends the accessible names, to tell two columns apart. */
  suffix?: string;
  target?: Target | undefined;
  /** Set when this is a thread: the `ts` of its message. */
  threadTs?: string;
  openThread?: ConversationTools['openThread'];
  goTo: ConversationTools['goTo'];
  notify: ConversationTools['notify'];
  /** What stands there in place of the messages. */
  instead?: ReactNode;
  /** Whether the messages are what the app's tab of that name shows. */
  inTab?: boolean;
  /** The head of the column. */
  children: ReactNode;
}): ReactNode {
  const [draft, setDraft] = useDrafts(threadTs ?? channel.id);
  const input = useRef<HTMLTextAreaElement>(null);
  const [sent, setSent] = useState(0);
  const countSent = (): void => setSent(sent + 1);
  const tools = { view, channel, threadTs, openThread, sent, countSent, goTo, notify, fill };
  const title = channelTitle(channel);

  function fill(text: string): void {
    setDraft(text);
    input.current?.focus();
  }
  const messages = (
    <>
      <MessageList label={`Messages in ${title}${suffix}`} target={target} />
      <Composer
        label={threadTs === undefined ? `Message ${title}${suffix}` : 'Reply in thread…'}
        draft={draft}
        setDraft={setDraft}
        input={input}
      />
    </>
  );
  return (
    <ConversationContext value={tools}>
      {children}
      {instead ?? (inTab ? <MessagesTab>{messages}</MessagesTab> : messages)}
    </ConversationContext>
  );
}
