import type { ModalView } from '@slack/types';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { JOIN_APPROVALS } from '../../src/domain/room.ts';
import { FORM_RECORDINGS, recordingChoices } from '../../src/domain/room-form.ts';
import { DEFAULT_CONVENIENCE } from '../../src/domain/settings.ts';
import { newRoomDialog } from '../../src/slack/views/new-room-dialog.ts';
import { settingsDialog } from '../../src/slack/views/settings-dialog.ts';
import { settingsPlaceDialog } from '../../src/slack/views/settings-place-dialog.ts';
import { LESS } from './capabilities.ts';

const nowhere = { channelId: null, thread: null, responseUrl: null };
const responseUrl = 'https://hooks.slack.example/commands/T0/1/secret';
const thread = { channelId: 'C0DESIGN', messageTs: '1764000000.000100' };
const newRoom = {
  origin: nowhere,
  kind: 'now',
  recordings: FORM_RECORDINGS,
  approvals: JOIN_APPROVALS,
} as const;

const settings = {
  channelId: 'C0DESIGN',
  responseUrl,
  before: { convenience: DEFAULT_CONVENIENCE, policy: null },
};
const seenByAdmin = {
  convenience: { notify: 'thread', locale: 'de-DE', reminders: false },
  policy: { workspace: DEFAULT_POLICY, channel: { deleteRecordings: 'nobody' } },
} as const;
const strictest = {
  workspace: {
    makeRooms: 'admins',
    deleteRecordings: 'nobody',
    seeLinks: 'host-only',
    recording: 'none',
  },
  channel: {},
} as const;

/** Every dialog in every state it can be in. */
export const DIALOGS: Readonly<Record<string, (locale: string) => ModalView>> = {
  'new room': (locale) => newRoomDialog(newRoom, locale),
  'new room, from a channel': (locale) =>
    newRoomDialog({ ...newRoom, origin: { ...nowhere, channelId: 'C0DESIGN', responseUrl } }, locale),
  'new room, where less is possible': (locale) =>
    newRoomDialog(
      { ...newRoom, recordings: recordingChoices('automatic', LESS), approvals: LESS.joinApprovals },
      locale,
    ),
  'new room, until a date': (locale) => newRoomDialog({ ...newRoom, kind: 'until' }, locale),
  'new room, in a thread': (locale) =>
    newRoomDialog({ ...newRoom, origin: { ...nowhere, thread, responseUrl } }, locale),
  'new room, not recorded by itself': (locale) =>
    newRoomDialog({ ...newRoom, recordings: ['offered', 'off'] }, locale),
  'settings, of which channel': settingsPlaceDialog,
  settings: (locale) => settingsDialog(settings, locale),
  'settings, for an admin': (locale) => settingsDialog({ ...settings, before: seenByAdmin }, locale),
  'settings, at their strictest': (locale) =>
    settingsDialog({ ...settings, before: { ...seenByAdmin, policy: strictest } }, locale),
  'new room, never recorded': (locale) => newRoomDialog({ ...newRoom, recordings: ['off'] }, locale),
};
