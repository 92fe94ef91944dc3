import { type ReactNode, useMemo } from 'react';
import type { ViewChannel, WorkspaceView } from '../../../protocol.ts';
import { channelTitle } from '../conversation/channel-title.ts';
import { Conversation } from '../conversation/conversation.tsx';
import type { ConversationTools } from '../state/conversation-context.ts';

/** One message and everything said in its thread, with a composer of its own. */
export function ThreadColumn({
  view,
  channel,
  threadTs,
  goTo,
  notify,
  onClose,
}: {
  view: WorkspaceView;
  channel: ViewChannel;
  threadTs: string;
  goTo: ConversationTools['goTo'];
  notify: ConversationTools['notify'];
  onClose(): void;
}): ReactNode {
  const inThread = useMemo(
    () => ({
      ...view,
      messages: view.messages.filter(
        (message) => message.channelId === channel.id && (message.threadTs ?? message.ts) === threadTs,
      ),
    }),
    [view, channel.id, threadTs],
  );
  return (
    <section className="column is-other" aria-label={`Thread in ${channelTitle(channel)}`}>
      <Conversation
        view={inThread}
        channel={channel}
        threadTs={threadTs}
        suffix=" (thread)"
        goTo={goTo}
        notify={notify}
      >
        <header className="column-head">
          <h2>Thread</h2>
          <span className="column-notes">{channelTitle(channel)}</span>
          <button type="button" className="button is-quiet" onClick={onClose}>
            Close
          </button>
        </header>
      </Conversation>
    </section>
  );
}
