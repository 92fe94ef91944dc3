import type { Button } from '@slack/types';
import type { Texts } from '../../locales/texts.ts';
import { encodeRoomValue } from '../button-values.ts';
import { ACTIONS } from '../ids.ts';
import { button } from './blocks.ts';
import { roomLabel } from './labels.ts';

interface RoomName {
  readonly roomKey: string;
  readonly title: string;
}

/** Opens the guest link. Its click reaches us too: a host who joins this way is offered the host link. */
export function joinButton(room: RoomName & { readonly joinUrl: string }, texts: Texts): Button {
  const label = texts.say('button.join');
  return button(ACTIONS.join, label, {
    url: room.joinUrl,
    value: encodeRoomValue(room),
    style: 'primary',
    accessibility_label: roomLabel(label, room.title, texts),
  });
}

/** The same for another room than the one it is told of. */
export function joinThatOneButton(room: RoomName & { readonly joinUrl: string }, texts: Texts): Button {
  const label = texts.say('button.join-that-one');
  return button(ACTIONS.join, label, {
    url: room.joinUrl,
    value: encodeRoomValue(room),
    accessibility_label: roomLabel(label, room.title, texts),
  });
}

/** Opens the host link, which is a secret: only ever in a private answer to the host. */
export function startAsHostButton(
  room: { readonly title: string; readonly hostUrl: string },
  texts: Texts,
): Button {
  const label = texts.say('button.start-as-host');
  return button(ACTIONS.startAsHost, label, {
    url: room.hostUrl,
    style: 'primary',
    accessibility_label: roomLabel(label, room.title, texts),
  });
}

/** The way in for a room's host, where nobody else reads: before Join, with which they would be a guest. */
export function hostsWaysIn(room: RoomName & { readonly joinUrl: string | null }, texts: Texts): Button[] {
  const { joinUrl } = room;
  const asHost: Button = { ...hostLinkButton(room, texts), style: 'primary' };
  if (joinUrl === null) return [asHost];
  const { style: _, ...asGuest } = joinButton({ ...room, joinUrl }, texts);
  return [asHost, asGuest];
}

/** Asks for the host link; anybody but the host is told who that is. */
export function hostLinkButton(room: RoomName, texts: Texts): Button {
  const label = texts.say('button.host-link');
  return button(ACTIONS.hostLink, label, {
    value: encodeRoomValue(room),
    accessibility_label: roomLabel(label, room.title, texts),
  });
}

/** Asks for a private list of the room's recordings. */
export function roomRecordingsButton(room: RoomName, texts: Texts): Button {
  const label = texts.say('button.recordings');
  return button(ACTIONS.roomRecordings, label, {
    value: encodeRoomValue(room),
    accessibility_label: roomLabel(label, room.title, texts),
  });
}

/** Makes the room after all. */
export function retryButton(room: RoomName, texts: Texts): Button {
  const label = texts.say('button.retry');
  return button(ACTIONS.retryRoom, label, {
    value: encodeRoomValue(room),
    accessibility_label: roomLabel(label, room.title, texts),
  });
}

/** Opens the dialog for a new room. */
export function newRoomButton(texts: Texts): Button {
  return button(ACTIONS.newRoom, texts.say('button.new-room'), { style: 'primary' });
}
