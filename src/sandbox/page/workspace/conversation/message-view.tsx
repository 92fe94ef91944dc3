import type { ReactNode } from 'react';
import type { ViewMessage, ViewUser } from '../../../protocol.ts';
import { Avatar } from '../avatar.tsx';
import { ActContext, type ElementAct } from '../blocks/act-context.ts';
import { BlocksView } from '../blocks/blocks-view.tsx';
import { MrkdwnText } from '../mrkdwn/mrkdwn-text.tsx';
import { SLACKBOT } from '../slackbot.ts';
import { useConversation } from '../state/conversation-context.ts';
import { sendAction } from '../state/sandbox-api.ts';
import { Chips } from './chips.tsx';
import { MessageMenu } from './message-menu.tsx';
import { MessageTime } from './message-time.tsx';
import { PrivateNote } from './private-note.tsx';
import type { Target } from './target.ts';
import { useMessageFocus } from './use-message-focus.ts';

const UNKNOWN: Omit<ViewUser, 'id'> = {
  name: 'Somebody who left',
  role: 'member',
  locale: 'en',
  timeZone: 'UTC',
  color: '#77717a',
};

export function MessageView({
  message,
  compact,
  target,
}: {
  message: ViewMessage;
  /** Without picture and name. */
  compact: boolean;
  /** Set when this is the message to scroll to. */
  target: Target | undefined;
}): ReactNode {
  const { view } = useConversation();
  const frame = useMessageFocus(target);
  const author = view.users.find(({ id }) => id === message.userId) ?? { ...UNKNOWN, id: message.userId };
  const classes = [
    'message',
    compact && 'is-compact',
    message.ephemeral && 'is-private',
    target && 'is-target',
  ];
  return (
    <article className={classes.filter(Boolean).join(' ')} ref={frame} tabIndex={-1} aria-label={author.name}>
      {message.ephemeral && <PrivateNote message={message} />}
      <div className="message-side">
        {compact ? <MessageTime ts={message.ts} /> : <Avatar user={author} size={36} />}
      </div>
      <div className="message-main">
        {!compact && <MessageHead author={author} ts={message.ts} />}
        <MessageBody message={message} />
        {message.edited && <span className="message-edited">(edited)</span>}
        {message.chips && <Chips chips={message.chips} />}
      </div>
      {!message.ephemeral && !message.chips && <MessageMenu message={message} />}
    </article>
  );
}

function MessageHead({ author, ts }: { author: ViewUser; ts: string }): ReactNode {
  return (
    <div className="message-head">
      <b>{author.name}</b>
      {author.teamName && <span className="badge">{author.teamName}</span>}
      {author.role === 'app' && author.id !== SLACKBOT && <span className="badge">APP</span>}
      <MessageTime ts={ts} />
    </div>
  );
}

function MessageBody({ message }: { message: ViewMessage }): ReactNode {
  const { view, channel, notify } = useConversation();
  const act = (done: ElementAct): void => {
    const spot = { user: view.viewer.id, channel: channel.id };
    sendAction(spot, { message_ts: message.ts, ...done }).catch((error: Error) => notify(error.message));
  };
  if (message.blocks.length === 0) return <MrkdwnText text={message.text} />;
  return (
    <ActContext value={act}>
      <BlocksView blocks={message.blocks} />
    </ActContext>
  );
}
