import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { encodeSettingsOrigin } from '../../src/slack/settings-form.ts';
import { fieldsOf, submit, submitPast } from '../support/fill-in.ts';
import { askedRooms, recordingMessages, slackFaults, texts, toldTo } from '../support/in-slack.ts';
import { openRoom, recordedMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const settings = (app: Roomtone, user: string, channel = 'general') =>
  app.slack.workspace.command({ user, channel, text: 'settings', command: '/meet' });
const storedSettings = (app: Roomtone) => app.sql('select * from settings order by channel_id');
const inGeneral = (app: Roomtone) => texts(app.slack.workspace.messages('general'));
const MEMBERS_FIELDS = [
  'What the channel hears of recordings',
  'Language of the messages',
  'Remind hosts before their recordings expire?',
];

describe('a member', () => {
  test('sees and changes what members choose: stored, only they are told, and messages follow it', async () => {
    const app = await roomtone();
    await settings(app, 'ben');
    expect(fieldsOf(app.slack.workspace.openDialog('ben'))).toEqual(MEMBERS_FIELDS);

    await submit(app, 'ben', { notify: 'quiet', language: 'de', reminders: 'no' });
    await recordedMeeting(app, await openRoom(app));

    expect(toldTo(app, 'ben')).toEqual(['The settings are saved.']);
    expect(storedSettings(app)).toMatchObject([
      { channel_id: 'C0GENERAL', notify: 'quiet', locale: 'de-DE', reminders: 0, make_rooms: null },
    ]);
    expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['ready']);
    expect(inGeneral(app)[0]).toContain('ein Videoraum von');
  });

  test('changes nothing: nothing is stored and nothing is said', async () => {
    const app = await roomtone();
    await settings(app, 'ben');

    await submit(app, 'ben');

    expect(storedSettings(app)).toEqual([]);
    expect(toldTo(app, 'ben')).toEqual([]);
  });

  test('submits what only admins decide: nothing is changed, and they are told so', async () => {
    const app = await roomtone();
    await settings(app, 'ada');
    const seenByAdmin = app.slack.workspace.openDialog('ada');
    await app.slack.workspace.submitView('ada', { 'workspace.makeRooms': 'admins' });
    const [sent] = app.traffic.recent().filter(({ title }) => title.startsWith('Submission'));
    const { view } = (sent?.body ?? {}) as { view: Record<string, unknown> };
    app.slack.workspace.changePerson('ada', { role: 'member' });
    await app.settle();

    const forged = encodeSettingsOrigin({
      channelId: 'C0GENERAL',
      responseUrl: null,
      before: {
        convenience: { notify: 'messages', locale: null, reminders: true },
        policy: { workspace: DEFAULT_POLICY, channel: {} },
      },
    });
    await submitPast(app, { user: 'U0BEN', view: { ...view, id: 'V0FORGED', private_metadata: forged } });

    expect(seenByAdmin['id']).toBe(view['id']);
    expect(toldTo(app, 'ada')).toEqual(['Nothing was changed: only admins decide that.']);
    expect(texts(app.slack.workspace.directMessages('ben'))).toEqual([
      'Nothing was changed: only admins decide that.',
    ]);
    expect(storedSettings(app)).toEqual([]);
    expect(inGeneral(app)).toEqual([]);
  });

  test('has left the channel meanwhile: nothing is changed', async () => {
    const app = await roomtone();
    await settings(app, 'ben');
    await app.slack.workspace.leave('general', 'ben');

    await submit(app, 'ben', { notify: 'quiet' });

    expect(toldTo(app, 'ben')).toEqual(['Nothing was changed: you are not in that channel.']);
    expect(storedSettings(app)).toEqual([]);
  });
});

test('a guest: no dialog, but why', async () => {
  const app = await roomtone();

  await settings(app, 'dana');

  expect(toldTo(app, 'dana')).toEqual(['Nothing was changed: guests may not change settings.']);
  expect(app.slack.workspace.views('dana')).toEqual([]);
});

test('in a direct message: said where it can be done', async () => {
  const app = await roomtone();

  await settings(app, 'ada', 'D0ADABEN');

  expect(toldTo(app, 'ada')).toEqual(['Settings belong to a channel; send `/meet settings` there.']);
});

describe('an admin', () => {
  test('decides for the workspace and for a channel: both hold, and the channel reads who decided what', async () => {
    const app = await roomtone();
    await settings(app, 'ada');
    expect(fieldsOf(app.slack.workspace.openDialog('ada')).length).toBeGreaterThan(MEMBERS_FIELDS.length);

    await submit(app, 'ada', { 'workspace.recording': 'offered', 'channel.makeRooms': 'admins' });
    await app.meet('Elsewhere', { user: 'ben', channel: 'design' });
    await app.meet('Here', { user: 'ben' });

    expect(inGeneral(app)).toEqual([
      [
        '<@U0ADA> has changed what people may do with rooms and recordings.',
        '• The most that is recorded, in the whole workspace: Only what someone starts by hand.',
        '• Who may make rooms, in this channel: Only admins.',
      ].join('\n'),
    ]);
    expect(toldTo(app, 'ada')).toEqual([
      'The settings are saved.\nWhat you decided for others is posted in the channel.',
    ]);
    expect(askedRooms(app)).toMatchObject([
      { display_name: 'Elsewhere', recording_options: { auto_record: false } },
    ]);
    expect(toldTo(app, 'ben')[0]).toContain('An admin has decided that nothing here is recorded by itself');
    expect(toldTo(app, 'ben').at(-1)).toContain('an admin has decided that only admins make rooms here');
    expect(app.sql("select user_id, subject from audit where action = 'change-policy'")).toEqual([
      { user_id: 'U0ADA', subject: 'C0GENERAL' },
    ]);
  });

  test('submits twice: once', async () => {
    const app = await roomtone();
    await settings(app, 'ada');
    await app.slack.workspace.submitView('ada', { 'channel.seeLinks': 'host-only' });
    const [sent] = app.traffic.recent().filter(({ title }) => title.startsWith('Submission'));
    const { view } = (sent?.body ?? {}) as { view: Record<string, unknown> };

    await submitPast(app, { user: 'U0ADA', view });

    expect(inGeneral(app)).toHaveLength(1);
    expect(app.sql('select * from audit')).toHaveLength(1);
  });

  test('what another admin decides meanwhile stays', async () => {
    const app = await roomtone();
    app.slack.workspace.changePerson('ben', { role: 'admin' });
    await settings(app, 'ada');
    await settings(app, 'ben');

    await submit(app, 'ada', { 'workspace.seeLinks': 'host-only' });
    await submit(app, 'ben', { 'workspace.deleteRecordings': 'nobody' });

    expect(storedSettings(app)).toMatchObject([{ see_links: 'host-only', delete_recordings: 'nobody' }]);
  });

  test('Slack takes no post there: the settings are saved, and they are told that nobody read it', async () => {
    const app = await roomtone();
    await settings(app, 'ada');
    await slackFaults(app, {
      error: 'restricted_action',
      methods: ['chat.postMessage'],
      channels: ['C0GENERAL'],
    });

    await submit(app, 'ada', { 'workspace.makeRooms': 'admins' });

    expect(storedSettings(app)).toMatchObject([{ make_rooms: 'admins' }]);
    expect(toldTo(app, 'ada').at(-1)).toContain("I couldn't post in the channel what you decided.");
  });

  test('Slack does not say who they are in time: the dialog without what admins decide', async () => {
    const app = await roomtone({ timeoutMs: 200 });
    await slackFaults(app, { delay_ms: 60_000, methods: ['users.info'] });

    await settings(app, 'ada');

    expect(fieldsOf(app.slack.workspace.openDialog('ada'))).toEqual(MEMBERS_FIELDS);
  });

  test('Slack does not open the dialog: one sentence', async () => {
    const app = await roomtone();
    await slackFaults(app, { error: 'internal_error', methods: ['views.open'] });

    await settings(app, 'ada');

    expect(toldTo(app, 'ada')).toEqual(['Slack did not open the dialog.\nSend `/meet settings` again.']);
  });
});

describe('what admins decide about recordings', () => {
  async function decided(change: Record<string, string>): Promise<Roomtone> {
    const app = await roomtone();
    await settings(app, 'ada');
    await submit(app, 'ada', change);
    await recordedMeeting(app, await openRoom(app, 'Design review', { user: 'ben' }));
    return app;
  }

  test('nobody deletes: the message says so and has no Delete', async () => {
    const app = await decided({ 'workspace.deleteRecordings': 'nobody' });

    const ready = recordingMessages(app, 'general').at(-1);

    expect(ready?.text).toContain('Everyone in this channel can get the link; nobody can delete it.');
    expect(JSON.stringify(ready?.message['blocks'])).not.toContain('recording.delete');
  });
});
