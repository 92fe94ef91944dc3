import type { Participant, Picture } from './video-client.ts';
import type { WordKey } from './words/en.ts';

/** Somebody should hear of it, now. */
export interface NewsItem {
  readonly id: number;
  readonly key: WordKey;
  readonly name: string;
}

/** What is known of the room one is in. */
export interface RoomState {
  /** In the order they came. */
  readonly people: readonly Participant[];
  readonly pictures: readonly Picture[];
  readonly isRecording: boolean;
  readonly isUp: boolean;
  /** False while one comes in: what was there before is no news. */
  readonly isSettled: boolean;
  /** The newest last. */
  readonly news: readonly NewsItem[];
  readonly newsCount: number;
}

export type RoomEvent =
  | { readonly kind: 'entered' }
  | { readonly kind: 'joined'; readonly participant: Participant }
  | { readonly kind: 'left'; readonly participantId: string }
  | { readonly kind: 'shown'; readonly picture: Picture }
  | { readonly kind: 'hidden'; readonly pictureId: string }
  | { readonly kind: 'recording'; readonly isOn: boolean }
  | { readonly kind: 'connection'; readonly isUp: boolean }
  | { readonly kind: 'muted' }
  /** `what`: as the button says it. */
  | { readonly kind: 'failed'; readonly what: string }
  | { readonly kind: 'settled' }
  | { readonly kind: 'told'; readonly newsId: number };

export const EMPTY_ROOM: RoomState = {
  people: [],
  pictures: [],
  isRecording: false,
  isUp: true,
  isSettled: false,
  news: [],
  newsCount: 0,
};

export function changeRoom(room: RoomState, event: RoomEvent): RoomState {
  switch (event.kind) {
    case 'entered':
      return EMPTY_ROOM;
    case 'joined':
      return join(room, event.participant);
    case 'left':
      return leave(room, event.participantId);
    case 'shown':
      return show(room, event.picture);
    case 'hidden':
      return { ...room, pictures: room.pictures.filter(({ id }) => id !== event.pictureId) };
    case 'recording':
      return event.isOn === room.isRecording
        ? room
        : tell({ ...room, isRecording: event.isOn }, event.isOn ? 'news.recording-on' : 'news.recording-off');
    case 'connection':
      return { ...room, isUp: event.isUp };
    case 'muted':
      return tell(room, 'news.muted');
    case 'failed':
      return tell(room, 'news.failed', { name: event.what });
    case 'settled':
      return { ...room, isSettled: true };
    case 'told':
      return { ...room, news: room.news.filter(({ id }) => id !== event.newsId) };
  }
}

function join(room: RoomState, participant: Participant): RoomState {
  if (room.people.some(({ id }) => id === participant.id)) return room;
  const joined = { ...room, people: [...room.people, participant] };
  return participant.isSelf ? joined : tell(joined, 'news.joined', participant);
}

function leave(room: RoomState, participantId: string): RoomState {
  const leaver = room.people.find(({ id }) => id === participantId);
  if (!leaver) return room;
  const left = {
    ...room,
    people: room.people.filter((person) => person !== leaver),
    pictures: room.pictures.filter((picture) => picture.participantId !== participantId),
  };
  return tell(left, 'news.left', leaver);
}

function show(room: RoomState, picture: Picture): RoomState {
  const at = room.pictures.findIndex(({ id }) => id === picture.id);
  if (at >= 0) return { ...room, pictures: room.pictures.with(at, picture) };
  const shown = { ...room, pictures: [...room.pictures, picture] };
  const sharer = room.people.find(({ id }) => id === picture.participantId);
  return picture.kind === 'screen' && sharer && !sharer.isSelf ? tell(shown, 'news.shares', sharer) : shown;
}

function tell(room: RoomState, key: WordKey, about?: Pick<Participant, 'name'>): RoomState {
  if (!room.isSettled || !room.people.some(({ isSelf }) => isSelf)) return room;
  const item = { id: room.newsCount, key, name: about?.name ?? '' };
  return { ...room, news: [...room.news, item], newsCount: room.newsCount + 1 };
}
