import { useEffect, useRef } from 'react';
import { Avatar } from './avatar.tsx';
import { Icon } from './icon.tsx';
import type { Place } from './layout.ts';
import { nameOf } from './name-of.ts';
import type { TileView } from './tiles.ts';
import type { Picture } from './video-client.ts';
import { say } from './words/say.ts';

/** One person's picture or screen, with the name on it. */
export function Tile({
  person,
  picture,
  place,
}: Omit<TileView, 'key'> & { readonly place: Place | undefined }) {
  const isScreen = picture?.kind === 'screen';
  const isMuted = !isScreen && picture?.hasAudio !== true;
  const name = isScreen ? say('person.screen', { name: person.name }) : nameOf(person);
  return (
    <li className="tile" data-kind={picture?.kind ?? 'none'} data-self={person.isSelf} style={place}>
      {picture && <Moving picture={picture} />}
      {!picture?.hasVideo && <Avatar name={person.name} />}
      <p className="name">
        {isMuted && <Icon name="microphone-off" />}
        <span>{name}</span>
        {isMuted && <span className="for-ears">, {say('person.muted')}</span>}
        {person.isHost && !isScreen && <span className="badge">{say('person.host')}</span>}
      </p>
    </li>
  );
}

/** Holds the client's own element. A video that is put elsewhere in the page stops, so it is told to play. */
function Moving({ picture }: { readonly picture: Picture }) {
  const holder = useRef<HTMLDivElement>(null);
  const { element, hasVideo } = picture;
  useEffect(() => {
    holder.current?.replaceChildren(element);
    for (const video of holder.current?.querySelectorAll('video') ?? []) {
      // Where the browser wants a click first, the next one plays it.
      video.play().catch(() => undefined);
    }
  }, [element]);
  return <div className="moving" ref={holder} hidden={!hasVideo} />;
}
