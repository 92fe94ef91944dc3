import type { RoomState } from './room-state.ts';
import type { Participant, Picture } from './video-client.ts';

/** So many people have a tile. The others are heard, and are in the list. */
export const MAX_TILES = 16;

export interface TileView {
  readonly key: string;
  readonly person: Participant;
  /** Undefined: neither camera nor microphone. */
  readonly picture: Picture | undefined;
}

export interface Tiles {
  /** The one shared last. */
  readonly screen: TileView | undefined;
  readonly people: readonly TileView[];
}

/** Everybody once, in the order they came; where there are too many, those with a camera first. */
export function tilesOf({ people, pictures }: Pick<RoomState, 'people' | 'pictures'>): Tiles {
  const tiles = people.map((person) => ({
    key: person.id,
    person,
    picture: pictures.find(({ kind, participantId }) => kind === 'camera' && participantId === person.id),
  }));
  const byCamera = tiles.toSorted((a, b) => cameraOf(b) - cameraOf(a));
  const shown = tiles.length > MAX_TILES ? byCamera.slice(0, MAX_TILES) : tiles;
  const picture = pictures.findLast(({ kind }) => kind === 'screen');
  const sharer = people.find(({ id }) => id === picture?.participantId);
  return {
    screen: picture && sharer && { key: picture.id, person: sharer, picture },
    people: shown,
  };
}

const cameraOf = ({ picture }: TileView): number => (picture?.hasVideo ? 1 : 0);
