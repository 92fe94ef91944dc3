import type { ReactNode } from 'react';
import type { ViewChannel } from '../../protocol.ts';
import { Avatar } from './avatar.tsx';
import { channelTitle } from './conversation/channel-title.ts';
import { Conversation } from './conversation/conversation.tsx';
import type { ConversationTools } from './state/conversation-context.ts';
import { useWorkspaceView } from './state/use-workspace-view.ts';

/** The same channel, as another person sees and uses it at this moment. */
export function SeeAsColumn({
  userId,
  channel,
  goTo,
  notify,
  onClose,
}: {
  userId: string;
  channel: ViewChannel;
  goTo: ConversationTools['goTo'];
  notify: ConversationTools['notify'];
  onClose(): void;
}): ReactNode {
  const { view } = useWorkspaceView(userId);
  if (view === undefined) return <section className="column is-other" aria-busy="true" />;
  const { viewer } = view;
  const theirs = view.channels.find(({ id }) => id === channel.id);
  const head = (
    <header className="column-head">
      <Avatar user={viewer} size={24} />
      <h2>As {viewer.name}</h2>
      <span className="column-notes">{viewer.role}</span>
      <button type="button" className="button is-quiet" onClick={onClose}>
        Close
      </button>
    </header>
  );
  return (
    <section className="column is-other" aria-label={`As ${viewer.name}`}>
      {theirs === undefined ? (
        <>
          {head}
          <p className="log-empty">
            {viewer.name} is not in {channelTitle(channel)} and sees nothing of it.
          </p>
        </>
      ) : (
        <Conversation view={view} channel={theirs} suffix={` as ${viewer.name}`} goTo={goTo} notify={notify}>
          {head}
        </Conversation>
      )}
    </section>
  );
}
