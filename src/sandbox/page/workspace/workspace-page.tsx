import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ViewChannel, WorkspaceView } from '../../protocol.ts';
import { ChannelHead } from './conversation/channel-head.tsx';
import { channelTitle } from './conversation/channel-title.ts';
import { Conversation } from './conversation/conversation.tsx';
import type { Target } from './conversation/target.ts';
import { Notice } from './notice.tsx';
import { SeeAsColumn } from './see-as-column.tsx';
import { Sidebar } from './sidebar.tsx';
import { usePlace } from './state/use-place.ts';
import { useReadMark } from './state/use-read-mark.ts';
import { useStored } from './state/use-stored.ts';
import { useWorkspaceView } from './state/use-workspace-view.ts';
import { BehindPanel } from './tools/behind-panel.tsx';
import { TryItBar } from './tools/try-it-bar.tsx';
import { TopBar } from './top-bar.tsx';

type Shown = 'shown' | 'hidden';

/** As in the style sheets. */
const PHONE = '(max-width: 719px)';

/** The whole page, drawn from what the sandbox's Slack says this person sees. */
export function WorkspacePage(): ReactNode {
  const [place, go] = usePlace();
  const { view, connected } = useWorkspaceView(place.as);
  const [tryIt, setTryIt] = useStored<Shown>('try-it', window.matchMedia(PHONE).matches ? 'hidden' : 'shown');
  const [behind, setBehind] = useStored<Shown>('behind', 'hidden');
  const [notice, setNotice] = useState<string>();
  const [target, setTarget] = useState<Target | undefined>(
    place.message === undefined ? undefined : { messageTs: place.message },
  );
  const main = useRef<HTMLElement>(null);
  const channel = view && currentChannel(view, place.channel);
  useReadMark(view?.viewer.id, channel);
  useTitle(view, channel);

  const goTo = (channelId: string, messageTs?: string): void => {
    go({ channel: channelId });
    setTarget(messageTs === undefined ? undefined : { messageTs });
  };
  if (view === undefined || channel === undefined) {
    return (
      <p className="opening" role="status">
        {connected ? 'Opening the workspace…' : 'Waiting for the sandbox…'}
      </p>
    );
  }
  const talk = { goTo, notify: setNotice };
  return (
    <div className="page">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        Skip to the conversation
      </button>
      <TopBar
        view={view}
        place={place}
        channel={channel}
        go={go}
        tryIt={tryIt === 'shown'}
        onTryIt={() => setTryIt(tryIt === 'shown' ? 'hidden' : 'shown')}
      />
      <p className={connected ? 'banner is-empty' : 'banner'} role="status">
        {!connected && 'Reconnecting…'}
      </p>
      <div className="desk">
        <Sidebar view={view} place={place} channel={channel} />
        <main className="desk-main" ref={main} tabIndex={-1}>
          {tryIt === 'shown' && (
            <TryItBar
              view={view}
              place={place}
              go={go}
              notify={setNotice}
              behind={behind === 'shown'}
              onBehind={() => setBehind(behind === 'shown' ? 'hidden' : 'shown')}
            />
          )}
          <div className="columns">
            <section className="column" aria-label={channelTitle(channel)}>
              <Conversation view={view} channel={channel} target={target} {...talk}>
                <ChannelHead channel={channel} />
              </Conversation>
            </section>
            {place.see !== undefined && place.see !== place.as && (
              <SeeAsColumn
                key={place.see}
                userId={place.see}
                channel={channel}
                {...talk}
                onClose={() => go({ see: undefined })}
              />
            )}
            {behind === 'shown' && <BehindPanel view={view} onClose={() => setBehind('hidden')} />}
          </div>
        </main>
      </div>
      <Notice text={notice} onClose={() => setNotice(undefined)} />
    </div>
  );
}

function currentChannel(view: WorkspaceView, channelId: string | undefined): ViewChannel | undefined {
  return view.channels.find(({ id }) => id === channelId) ?? view.channels[0];
}

function useTitle(view: WorkspaceView | undefined, channel: ViewChannel | undefined): void {
  useEffect(() => {
    if (view === undefined || channel === undefined) return;
    const unread = view.channels.reduce((sum, each) => sum + each.unread, 0);
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${channelTitle(channel)} · ${view.teamName}`;
  }, [view, channel]);
}
