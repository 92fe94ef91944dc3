import type { ReactNode } from 'react';
import type { ViewMessage, ViewUser } from '../../../protocol.ts';
import { Avatar, SLACKBOT } from '../avatar.tsx';
import { BlockView } from '../blocks/block-view.tsx';
import { MessageTs } from '../blocks/message-context.ts';
import { formatSlackDate } from '../mrkdwn/format-slack-date.ts';
import { MrkdwnText } from '../mrkdwn/mrkdwn-text.tsx';
import { useConversation } from '../state/conversation-context.ts';
import { Chips } from './chips.tsx';
import { PrivateNote } from './private-note.tsx';
import type { Target } from './target.ts';
import { useMessageFocus } from './use-message-focus.ts';

const NOBODY: Omit<ViewUser, 'id'> = {
  name: 'Slackbot',
  role: 'app',
  locale: '',
  timeZone: '',
  color: '#4a6b8a',
};

export function MessageView({
  message,
  compact,
  target,
}: {
  message: ViewMessage;
  compact: boolean;
  /** Set when this is the message to scroll to. */
  target: Target | undefined;
}): ReactNode {
  const { view } = useConversation();
  const frame = useMessageFocus(target);
  const author = view.users.find((user) => user.id === message.userId) ?? { ...UNKNOWN, id: message.userId };
  const time = format(message, '{time}');
  const classes = [
    'message',
    compact && 'is-compact',
    message.ephemeral && 'is-private',
    target && 'is-target',
  ];

  function format({ ts }: ViewMessage, pattern: string): string {
    return formatSlackDate(
      { unixSeconds: Number(ts), format: pattern, fallback: '' },
      view.viewer,
      Date.now(),
    );
  }
  return (
    <article
      className={classes.filter(Boolean).join(' ')}
      ref={frame}
      tabIndex={-1}
      aria-label={`${author.name}, ${time}`}
    >
      {message.ephemeral && <PrivateNote message={message} />}
      <div className="message-side">
        {compact ? <time className="message-time">{time}</time> : <Avatar user={author} size={36} />}
      </div>
      <div className="message-main">
        {!compact && (
          <div className="message-head">
            <b>{author.name}</b>
            {author.role === 'app' && author.id !== SLACKBOT && <span className="badge">APP</span>}
            <time className="message-time" title={format(message, '{date_long}, {time_secs}')}>
              {time}
            </time>
          </div>
        )}
        <MessageBody message={message} />
        {message.edited && <span className="message-edited">(edited)</span>}
        {message.chips && <Chips chips={message.chips} />}
      </div>
    </article>
  );
}

function MessageBody({ message }: { message: ViewMessage }): ReactNode {
  if (message.blocks.length === 0) return <MrkdwnText text={message.text} />;
  return (
    <MessageTs value={message.ts}>
      <div className="blocks">
        {message.blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a block keeps its place
          <BlockView key={index} block={block} />
        ))}
      </div>
    </MessageTs>
  );
}
