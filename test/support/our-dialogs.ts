import type { ModalView } from '@slack/types';
import { FORM_RECORDINGS } from '../../src/domain/room-form.ts';
import { newRoomDialog } from '../../src/slack/views/new-room-dialog.ts';

const nowhere = { channelId: null, thread: null, responseUrl: null };
const responseUrl = 'https://hooks.slack.example/commands/T0/1/secret';
const thread = { channelId: 'C0DESIGN', messageTs: '1764000000.000100' };
const newRoom = { origin: nowhere, kind: 'now', recordings: FORM_RECORDINGS } as const;

/** Every dialog in every state it can be in. */
export const DIALOGS: Readonly<Record<string, (locale: string) => ModalView>> = {
  'new room': (locale) => newRoomDialog(newRoom, locale),
  'new room, from a channel': (locale) =>
    newRoomDialog({ ...newRoom, origin: { ...nowhere, channelId: 'C0DESIGN', responseUrl } }, locale),
  'new room, until a date': (locale) => newRoomDialog({ ...newRoom, kind: 'until' }, locale),
  'new room, in a thread': (locale) =>
    newRoomDialog({ ...newRoom, origin: { ...nowhere, thread, responseUrl } }, locale),
  'new room, not recorded by itself': (locale) =>
    newRoomDialog({ ...newRoom, recordings: ['offered', 'off'] }, locale),
  'new room, never recorded': (locale) => newRoomDialog({ ...newRoom, recordings: ['off'] }, locale),
};
