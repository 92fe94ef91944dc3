import type { ReactNode } from 'react';
import type { ViewChannel, WorkspaceView } from '../../protocol.ts';
import { ChannelHead } from './conversation/channel-head.tsx';
import { channelTitle } from './conversation/channel-title.ts';
import { Conversation } from './conversation/conversation.tsx';
import type { Target } from './conversation/target.ts';
import { AppTabs } from './home/app-tabs.tsx';
import { HomeTab } from './home/home-tab.tsx';
import { SeeAsColumn } from './see-as-column.tsx';
import type { ConversationTools } from './state/conversation-context.ts';
import type { Place } from './state/use-place.ts';
import { useShown } from './state/use-shown.ts';
import { ThreadColumn } from './thread/thread-column.tsx';
import { BehindPanel } from './tools/behind-panel.tsx';
import { TryItBar } from './tools/try-it-bar.tsx';

/** Everything beside the sidebar: the tools, the conversation, and what stands next to it. */
export function Desk({
  view,
  place,
  channel,
  go,
  goTo,
  notify,
  target,
  tryIt,
}: {
  view: WorkspaceView;
  place: Place;
  channel: ViewChannel;
  go(change: Partial<Place>): void;
  goTo: ConversationTools['goTo'];
  notify: ConversationTools['notify'];
  target: Target | undefined;
  /** Whether the tools are shown. */
  tryIt: boolean;
}): ReactNode {
  const behind = useShown('behind', false);
  const hasTabs = channel.kind === 'app' && view.hasHome;
  const atHome = hasTabs && place.tab !== 'messages';
  return (
    <>
      {tryIt && <TryItBar view={view} place={place} go={go} notify={notify} behind={behind} />}
      <div className="columns">
        <section className="column" aria-label={channelTitle(channel)}>
          <Conversation
            view={view}
            channel={channel}
            target={target}
            openThread={(thread) => go({ thread })}
            goTo={goTo}
            notify={notify}
            inTab={hasTabs}
            {...(atHome && { instead: <HomeTab key={channel.id} /> })}
          >
            <ChannelHead channel={channel} />
            {hasTabs && <AppTabs tab={atHome ? 'home' : 'messages'} onChoose={(tab) => go({ tab })} />}
          </Conversation>
        </section>
        {place.thread !== undefined && (
          <ThreadColumn
            key={place.thread}
            view={view}
            channel={channel}
            threadTs={place.thread}
            goTo={goTo}
            notify={notify}
            onClose={() => go({ thread: undefined })}
          />
        )}
        {place.see !== undefined && place.see !== place.as && (
          <SeeAsColumn
            key={place.see}
            userId={place.see}
            channel={channel}
            goTo={goTo}
            notify={notify}
            onClose={() => go({ see: undefined })}
          />
        )}
        {behind.shown && <BehindPanel view={view} onClose={behind.toggle} />}
      </div>
    </>
  );
}
