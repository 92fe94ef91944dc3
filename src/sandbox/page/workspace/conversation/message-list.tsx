import { type ReactNode, useMemo } from 'react';
import type { ViewMessage } from '../../../protocol.ts';
import { formatSlackDate } from '../mrkdwn/format-slack-date.ts';
import { useConversation } from '../state/conversation-context.ts';
import { useStickToEnd } from '../state/use-stick-to-end.ts';
import { arrangeMessages, type MessageRow } from './arrange-messages.ts';
import { MessageView } from './message-view.tsx';
import type { Target } from './target.ts';
import { useNewWelcome } from './use-new-welcome.ts';

/** The channel's messages, announced to screen readers as they come. */
export function MessageList({ label, target }: { label: string; target: Target | undefined }): ReactNode {
  const { view, channel, sent } = useConversation();
  const messages = useMemo(
    () => view.messages.filter((message) => message.channelId === channel.id),
    [view.messages, channel.id],
  );
  const end = useStickToEnd(messages.at(-1)?.ts, `${channel.id} ${sent}`, useNewWelcome(messages));
  return (
    <div className="log-frame">
      <div
        className="log"
        role="log"
        aria-live="polite"
        aria-label={label}
        ref={end.ref}
        onScroll={end.onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        <div>
          {messages.length === 0 && <p className="log-empty">Nothing has been said here yet.</p>}
          {arrangeMessages(messages, view.viewer, Date.now()).map((row) => (
            <Row key={row.message.ts} row={row} target={target} />
          ))}
        </div>
      </div>
      {end.missed && (
        <button type="button" className="log-missed" onClick={end.toEnd}>
          New messages ↓
        </button>
      )}
    </div>
  );
}

const NEWEST_REPLIES = 3;

function Row({ row, target }: { row: MessageRow; target: Target | undefined }): ReactNode {
  const { openThread, threadTs, view } = useConversation();
  const when = { unixSeconds: Number(row.message.ts), format: '{time_secs}', fallback: '' };
  // Told apart by time; where the whole column is the thread, that has the name.
  const label =
    threadTs === undefined ? `Thread from ${formatSlackDate(when, view.viewer, Date.now())}` : undefined;
  // Without a thread to open everything has to stand here.
  const hidden = openThread ? Math.max(row.replies.length - NEWEST_REPLIES, 0) : 0;
  const draw = (message: ViewMessage, compact: boolean): ReactNode => (
    <MessageView
      key={message.ts}
      message={message}
      compact={compact}
      target={target?.messageTs === message.ts ? target : undefined}
    />
  );
  return (
    <>
      {row.newDay && (
        <div className="day">
          <span>{row.newDay}</span>
        </div>
      )}
      {draw(row.message, row.compact)}
      {row.replies.length > 0 && (
        <section className="thread" aria-label={label}>
          {hidden > 0 && openThread && (
            <button type="button" className="link" onClick={() => openThread(row.message.ts)}>
              Show all {row.replies.length} replies
            </button>
          )}
          {row.replies.slice(hidden).map((reply) => draw(reply, false))}
        </section>
      )}
    </>
  );
}
