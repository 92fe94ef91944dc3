import { useCallback } from 'react';
import type { PersonView } from '../../meetings/room-protocol.ts';
import { Picture } from './picture.tsx';
import type { Ticker } from './ticker.ts';
import type { Visit } from './visit.ts';

/** One person's picture in the room, with the name on it. */
export function Tile({
  person,
  visit,
  ticker,
}: {
  readonly person: PersonView;
  readonly visit: Visit;
  readonly ticker: Ticker;
}) {
  const { id, name, isHost } = person;
  const imageOf = useCallback(() => visit.imageOf(id), [visit, id]);
  return (
    <li className="tile">
      <Picture name={name} label={`Picture of ${name}`} ticker={ticker} imageOf={imageOf} />
      <span className="name" aria-hidden="true">
        {name}
        {isHost && ' · host'}
      </span>
    </li>
  );
}
