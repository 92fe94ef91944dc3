import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policy.ts';
import { DEFAULT_CONVENIENCE } from '../../src/domain/settings.ts';
import { encodeRecordingValue, encodeRoomValue } from '../../src/slack/button-values.ts';
import { newRoomDialog } from '../../src/slack/views/new-room-dialog.ts';
import { settingsDialog } from '../../src/slack/views/settings-dialog.ts';
import { submitPast } from '../support/fill-in.ts';
import { askedRooms, texts } from '../support/in-slack.ts';
import { type OpenRoom, openRoom, recordedMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';
import { meetFields, pressStale, sendSigned } from '../support/signed-request.ts';
import { chosen, stateOf } from '../support/view-state.ts';

/*
 * Who may do what, asked as Slack asks: by signed requests, whatever a screen of Slack's would offer. The channel is
 * shared with another workspace (Slack Connect).
 */
const CHANNEL = 'C0PARTNERS';

interface Somebody {
  readonly userId: string;
  readonly handle: string;
  /** Default: the app's own. */
  readonly team?: string;
}
const PEOPLE = {
  host: { userId: 'U0BEN', handle: 'ben' },
  'channel member': { userId: 'U0CARLA', handle: 'carla' },
  'former member': { userId: 'U0CARLA', handle: 'carla' },
  guest: { userId: 'U0DANA', handle: 'dana' },
  'Slack Connect member': { userId: 'U0FRIDA', handle: 'frida' },
  'other workspace': { userId: 'U0CARLA', handle: 'carla', team: 'T0ELSEWHERE' },
  admin: { userId: 'U0ADA', handle: 'ada' },
} as const satisfies Record<string, Somebody>;
type Who = keyof typeof PEOPLE;

interface Scene {
  readonly app: Roomtone;
  readonly room: OpenRoom;
  readonly roomKey: string;
  /** That is still there. */
  recordingId(): Promise<string>;
}

/** Each does it, and tells whether it was done. */
const DEEDS = {
  'make a room': async ({ app }: Scene, { userId, team }: Somebody) => {
    const title = `Room ${randomUUID()}`;
    const typed = { ...meetFields(title), channel_id: CHANNEL, channel_name: 'partners', user_id: userId };
    await sendSigned(app, { fields: { ...typed, ...(team && { team_id: team }) } });
    await app.settle();
    return askedRooms(app).some((asked) => asked['display_name'] === title);
  },
  'make a room by dialog': async ({ app }: Scene, { userId, team }: Somebody) => {
    const title = `Room ${randomUUID()}`;
    const origin = { channelId: null, thread: null, responseUrl: null };
    const view = newRoomDialog(
      { origin, kind: 'now', recordings: ['automatic'], approvals: ['everyone'] },
      'en',
    );
    const values = stateOf(view, { title, channel: CHANNEL });
    const sent = { ...view, id: `V${randomUUID()}`, state: { values } };
    await submitPast(app, { user: userId, view: sent, ...(team && { team }) });
    return askedRooms(app).some((asked) => asked['display_name'] === title);
  },
  see: async (scene: Scene, who: Somebody) => {
    await scene.recordingId();
    const value = encodeRoomValue(scene);
    return /Kept until/.test(await toldAfter(scene, who, { action: 'room.recordings', value }));
  },
  'get link': async (scene: Scene, who: Somebody) => {
    const value = encodeRecordingValue({ recordingId: await scene.recordingId() });
    return /Here is the recording/.test(await toldAfter(scene, who, { action: 'recording.get-link', value }));
  },
  delete: async (scene: Scene, who: Somebody) => {
    const recordingId = await scene.recordingId();
    await toldAfter(scene, who, { action: 'recording.delete', value: encodeRecordingValue({ recordingId }) });
    return (await scene.recordingId()) !== recordingId;
  },
  'convenience settings': (scene: Scene, who: Somebody) => changed(scene, who, { notify: chosen('thread') }),
  'policy settings': (scene: Scene, who: Somebody) =>
    changed(scene, who, { 'channel.recording': chosen('offered') }),
} as const;
type Deed = keyof typeof DEEDS;
const ALL = Object.keys(DEEDS) as Deed[];

/** Presses a button in the channel; gives what only that person is told. */
async function toldAfter(
  { app }: Scene,
  { userId, handle, team }: Somebody,
  press: { readonly action: string; readonly value: string },
): Promise<string> {
  const before = app.slack.workspace.directMessages(handle).length;
  await pressStale(app, { ...press, user: userId, channel: CHANNEL, ...(team && { team }) });
  return texts(app.slack.workspace.directMessages(handle).slice(before)).join('\n');
}

/** Submits the dialog that an admin would see, whoever does so. */
async function changed(
  { app }: Scene,
  { userId, handle, team }: Somebody,
  entered: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const policy = { workspace: DEFAULT_POLICY, channel: {} };
  const before = { convenience: DEFAULT_CONVENIENCE, policy };
  const view = settingsDialog({ channelId: CHANNEL, responseUrl: null, before }, 'en');
  const told = app.slack.workspace.directMessages(handle).length;
  const sent = { ...view, id: `V${randomUUID()}`, state: { values: stateOf(view, entered) } };
  await submitPast(app, { user: userId, view: sent, ...(team && { team }) });
  return texts(app.slack.workspace.directMessages(handle).slice(told)).some((text) =>
    text.startsWith('The settings are saved.'),
  );
}

/** Ben's room in the shared channel with a recording; people as the table calls them. */
async function openScene(): Promise<Scene> {
  const app = await roomtone();
  const { workspace } = app.slack;
  for (const user of ['ben', 'dana']) workspace.join('partners', user);
  for (const user of ['carla', 'frida']) workspace.changePerson(user, { locale: 'en-US' });
  const room = await openRoom(app, 'Design review', { user: 'ben', channel: 'partners' });
  const [row] = app.sql<{ room_key: string }>('select room_key from rooms');
  const present = () =>
    app.sql<{ recording_id: string }>("select recording_id from recordings where state = 'uploaded'")[0];
  return {
    app,
    room,
    roomKey: row?.room_key ?? '',
    async recordingId() {
      const { recording_id: known } = present() ?? {};
      if (known !== undefined) return known;
      return (await recordedMeeting(app, room)).recordingId;
    },
  };
}

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});

/** What that person can do of it all. */
async function doneBy(who: Who, deeds: readonly Deed[] = ALL): Promise<readonly Deed[]> {
  const isFormer = who === 'former member';
  if (isFormer) await scene.app.slack.workspace.leave('partners', 'carla');
  const done: Deed[] = [];
  for (const deed of deeds) if (await DEEDS[deed](scene, PEOPLE[who])) done.push(deed);
  if (isFormer) scene.app.slack.workspace.join('partners', 'carla');
  return done;
}

test('who may do what where no admin has decided anything; whatever is not named is refused', async () => {
  const may: Readonly<Record<Who, readonly Deed[]>> = {
    host: ['make a room', 'make a room by dialog', 'see', 'get link', 'delete', 'convenience settings'],
    'channel member': ['make a room', 'make a room by dialog', 'see', 'get link', 'convenience settings'],
    // Slack takes no command from outside a channel: whose command comes from there is in it, by Slack's word.
    'former member': ['make a room'],
    guest: ['see', 'get link'],
    'Slack Connect member': [],
    'other workspace': [],
    admin: ALL,
  };

  const done: Partial<Record<Who, readonly Deed[]>> = {};
  for (const who of Object.keys(PEOPLE) as Who[]) done[who] = await doneBy(who);

  expect(done).toEqual(may);
});

describe('under each policy', () => {
  type Decided = Partial<Record<keyof Policy, string>>;
  const everybody = Object.keys(PEOPLE) as Who[];
  test.each<[Decided, Deed, readonly Who[]]>([
    [{ makeRooms: 'admins' }, 'make a room', ['admin']],
    [
      { makeRooms: 'members-and-guests' },
      'make a room',
      ['host', 'channel member', 'former member', 'guest', 'admin'],
    ],
    [{ seeLinks: 'host-only' }, 'get link', ['host']],
    [{ deleteRecordings: 'members' }, 'delete', ['host', 'channel member', 'admin']],
    [{ deleteRecordings: 'nobody' }, 'delete', []],
  ])('%j: %s only for %j', async (decided, deed, allowed) => {
    await scene.app.slack.workspace.command({
      user: 'ada',
      channel: 'partners',
      text: 'settings',
      command: '/meet',
    });
    const values = Object.fromEntries(
      Object.entries(decided).map(([rule, value]) => [`workspace.${rule}`, value]),
    );
    await scene.app.slack.workspace.submitView('ada', values);
    await scene.app.settle();

    const done: Who[] = [];
    for (const who of everybody) if ((await doneBy(who, [deed])).length > 0) done.push(who);

    expect(done).toEqual(allowed);
  });
});
