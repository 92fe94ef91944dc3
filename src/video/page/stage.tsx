import { placeAll } from './layout.ts';
import type { RoomState } from './room-state.ts';
import { Tile } from './tile.tsx';
import { tilesOf } from './tiles.ts';
import { useArea } from './use-area.ts';
import { say } from './words/say.ts';

/** Everybody's picture, and the screen somebody shares, as large as they can be. */
export function Stage({ room }: { readonly room: RoomState }) {
  const [ref, area] = useArea<HTMLUListElement>();
  const { screen, people } = tilesOf(room);
  const tiles = screen ? [screen, ...people] : people;
  const places = placeAll(people.length, screen !== undefined, area);
  return (
    <ul className="stage" ref={ref} aria-label={say('pictures')}>
      {tiles.map(({ key, person, picture }, index) => (
        <Tile key={key} {...{ person, picture }} place={places[index]} />
      ))}
    </ul>
  );
}
