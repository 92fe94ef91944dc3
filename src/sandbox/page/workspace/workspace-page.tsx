import { type ReactNode, useRef, useState } from 'react';
import type { ViewChannel, WorkspaceView } from '../../protocol.ts';
import type { Target } from './conversation/target.ts';
import { Desk } from './desk.tsx';
import { Dialogs } from './dialog/dialogs.tsx';
import { Notice } from './notice.tsx';
import { Sidebar } from './sidebar.tsx';
import { ConversationContext } from './state/conversation-context.ts';
import { useMediaQuery } from './state/use-media-query.ts';
import { usePlace } from './state/use-place.ts';
import { useReadMark } from './state/use-read-mark.ts';
import { useShown } from './state/use-shown.ts';
import { useTitle } from './state/use-title.ts';
import { useWorkspaceView } from './state/use-workspace-view.ts';
import { TopBar } from './top-bar.tsx';

/** As in the style sheets. */
const PHONE = '(max-width: 719px)';

/** The whole page, drawn from what the sandbox's Slack says this person sees. */
export function WorkspacePage(): ReactNode {
  const [place, go] = usePlace();
  const { view, connected } = useWorkspaceView(place.as);
  const tryIt = useShown('try-it', !useMediaQuery(PHONE));
  const [notice, setNotice] = useState<string>();
  const [target, setTarget] = useState<Target | undefined>(
    place.message ? { messageTs: place.message } : undefined,
  );
  const main = useRef<HTMLElement>(null);
  const channel = view && currentChannel(view, place.channel);
  useReadMark(view?.viewer.id, channel);
  useTitle(view, channel);

  const goTo = (channelId: string, messageTs?: string): void => {
    go({ channel: channelId, thread: undefined, tab: messageTs === undefined ? undefined : 'messages' });
    setTarget(messageTs === undefined ? undefined : { messageTs });
  };
  if (view === undefined || channel === undefined) return <Opening connected={connected} />;
  return (
    <div className="page">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        Skip to the conversation
      </button>
      <TopBar view={view} place={place} channel={channel} go={go} tryIt={tryIt} />
      <p className={connected ? 'banner is-empty' : 'banner'} role="status">
        {!connected && 'Reconnecting…'}
      </p>
      <div className="desk">
        <Sidebar view={view} place={place} channel={channel} />
        <main className="desk-main" ref={main} tabIndex={-1}>
          <Desk
            view={view}
            place={place}
            channel={channel}
            go={go}
            goTo={goTo}
            notify={setNotice}
            target={target}
            tryIt={tryIt.shown}
          />
        </main>
      </div>
      <ConversationContext
        value={{
          view,
          channel,
          goTo,
          notify: setNotice,
          sent: 0,
          countSent: () => undefined,
          fill: () => undefined,
        }}
      >
        <Dialogs />
      </ConversationContext>
      <Notice text={notice} onClose={() => setNotice(undefined)} />
    </div>
  );
}

function Opening({ connected }: { connected: boolean }): ReactNode {
  return (
    <p className="opening" role="status">
      {connected ? 'Opening the workspace…' : 'Waiting for the sandbox…'}
    </p>
  );
}

function currentChannel(view: WorkspaceView, channelId: string | undefined): ViewChannel | undefined {
  return view.channels.find(({ id }) => id === channelId) ?? view.channels[0];
}
