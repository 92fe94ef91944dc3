import type { ReactNode } from 'react';
import type { ViewChannel, WorkspaceView } from '../../protocol.ts';
import { ChannelMark } from './conversation/channel-mark.tsx';
import { type Place, placeLink } from './state/use-place.ts';

const GROUPS: readonly { readonly title: string; readonly kinds: readonly ViewChannel['kind'][] }[] = [
  { title: 'Channels', kinds: ['public', 'private'] },
  { title: 'Direct messages', kinds: ['direct'] },
  { title: 'Apps', kinds: ['app'] },
];

/** Every channel one is in. */
export function Sidebar({
  view,
  place,
  channel,
  onChoose,
}: {
  view: WorkspaceView;
  place: Place;
  /** The one being shown. */
  channel: ViewChannel;
  onChoose?: () => void;
}): ReactNode {
  return (
    <nav className="sidebar" aria-label="Channels">
      {GROUPS.map(({ title, kinds }) => {
        const channels = view.channels.filter(({ kind }) => kinds.includes(kind));
        if (channels.length === 0) return null;
        return (
          <section key={title}>
            <h2>{title}</h2>
            <ul>
              {channels.map((each) => (
                <li key={each.id}>
                  <ChannelLink
                    channel={each}
                    place={place}
                    current={each.id === channel.id}
                    onChoose={onChoose}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

function ChannelLink({
  channel,
  place,
  current,
  onChoose,
}: {
  channel: ViewChannel;
  place: Place;
  current: boolean;
  onChoose: (() => void) | undefined;
}): ReactNode {
  const { id, name, kind, archived, unread } = channel;
  return (
    <a
      className={unread > 0 ? 'channel is-unread' : 'channel'}
      href={placeLink({ ...place, channel: id, thread: undefined, tab: undefined })}
      aria-current={current ? 'page' : undefined}
      onClick={onChoose}
    >
      <ChannelMark kind={kind} />
      <span className="channel-name">{name}</span>
      {kind === 'private' && <span className="for-ears">, private</span>}
      {archived && <small>archived</small>}
      {unread > 0 && (
        <span className="unread">
          {unread}
          <span className="for-ears"> unread</span>
        </span>
      )}
    </a>
  );
}
