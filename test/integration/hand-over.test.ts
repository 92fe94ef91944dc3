import { expect, test } from 'vitest';
import { changeDatabase } from '../support/change-database.ts';
import { buttonsOf, cardOf, clickOn, recordingMessages, texts, toldTo } from '../support/in-slack.ts';
import { openRoom, recordedMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const stored = (app: Roomtone) => app.sql('select * from rooms')[0];
const audit = (app: Roomtone) => app.sql('select user_id, action from audit');
const last = (app: Roomtone, user: string) => String(toldTo(app, user).at(-1));
const directly = (app: Roomtone, user: string) => texts(app.slack.workspace.directMessages(user));

/** Ben's room for 30 days. */
const longTermRoom = (app: Roomtone, channel = 'general') =>
  openRoom(app, 'Weekly sync --for 30d', { user: 'ben', channel });

async function handOver(
  app: Roomtone,
  { by, to, channel = 'general' }: { by: string; to: string; channel?: string },
): Promise<void> {
  await clickOn(app, { user: by, channel, button: 'Hand over' });
  const menu = app.slack.workspace.ephemerals(by).at(-1);
  const press = { user: by, channel, message_ts: String(menu?.['ts']) };
  await app.slack.workspace.action({ ...press, action: 'room.hand-over-to', value: to });
  await app.settle();
}

test('an admin hands over for an absent host: the new one is told, and gets the host link', async () => {
  const app = await roomtone();
  await longTermRoom(app);

  await handOver(app, { by: 'ada', to: 'carla' });

  expect(last(app, 'ada')).toMatch(/^<@U0CARLA> is now the host of \*Weekly sync\*\./);
  expect(stored(app)).toMatchObject({ host_user_id: 'U0CARLA' });
  // In the new host's language, as long as the channel has chosen none.
  expect(cardOf(app, 'general')['text']).toContain('ein Videoraum von <@U0CARLA>');
  expect(audit(app)).toEqual([{ user_id: 'U0ADA', action: 'hand-over-room' }]);
  expect(directly(app, 'carla')).toEqual([
    expect.stringContaining('<@U0ADA> hat dich zum Host von *Weekly sync* gemacht.'),
  ]);
  expect(JSON.stringify(app.slack.workspace.messages('D0CARLAAPP'))).not.toContain('participant_token');

  await clickOn(app, { user: 'carla', channel: 'general', button: 'Host-Link' });
  expect(last(app, 'carla')).toContain('Du bist Host von *Weekly sync*.');
  await clickOn(app, { user: 'ben', channel: 'general', button: 'Host-Link' });
  expect(last(app, 'ben')).toContain('Only <@U0CARLA>');
});

test.each([
  ['somebody whose account is deactivated', 'emil', 'is deactivated'],
  ['somebody of another workspace', 'frida', 'belongs to another workspace'],
  ['somebody who is not in the channel', 'dana', "isn't in the channel"],
])('to %s: refused, with the reason', async (_whom, to, reason) => {
  const app = await roomtone();
  await longTermRoom(app, 'design');
  const before = stored(app);

  await handOver(app, { by: 'ben', to, channel: 'design' });

  expect(last(app, 'ben')).toMatch(/^Nothing was changed; /);
  expect(last(app, 'ben')).toContain(reason);
  expect(stored(app)).toEqual(before);
  expect(audit(app)).toEqual([]);
});

test('to somebody who is it already: nothing is told twice', async () => {
  const app = await roomtone();
  await longTermRoom(app);

  await handOver(app, { by: 'ada', to: 'ben' });

  expect(last(app, 'ada')).toMatch(/^<@U0BEN> is now the host/);
  expect(audit(app)).toEqual([]);
});

test('a room with many recordings: the messages of all of them name the new host', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await longTermRoom(app));
  const ready = () => recordingMessages(app, 'general').find(({ stage }) => stage === 'ready')?.text;
  expect(ready()).toContain('<@U0BEN>');
  addNewerRecordings(app, 120);

  await handOver(app, { by: 'ada', to: 'carla' });

  expect(ready()).toContain('<@U0CARLA>');
});

/** Copies of the only one, whose messages somebody has deleted. */
function addNewerRecordings(app: Roomtone, count: number): void {
  const copy = `
    insert into copy select * from recordings limit 1;
    update copy set recording_id = 'N', session_id = 'session-N', created_at = created_at + N;
    insert into recordings select * from copy;
    delete from copy;
    insert into posts (subject, stage, state, channel_id, message_ts, fingerprint)
      values ('recording:N', 'ready', 'gone', 'C0GENERAL', '1.N', '');`;
  const copies = Array.from({ length: count }, (_, one) => copy.replaceAll('N', String(one + 1)));
  changeDatabase(
    app,
    `begin; create temp table copy as select * from recordings limit 0; ${copies.join('')} commit;`,
  );
}

test('while the channel is shut: the new host hears so too, starts it from there, and gets the recordings', async () => {
  const app = await roomtone();
  const room = await longTermRoom(app);
  await app.slack.workspace.archive('general');
  await recordedMeeting(app, room);

  await handOver(app, { by: 'ada', to: 'carla' });
  await recordedMeeting(app, room);

  expect(directly(app, 'ben').filter((text) => text.startsWith("I can't post about"))).toHaveLength(1);
  expect(directly(app, 'carla')).toEqual([
    expect.stringContaining('zum Host von *Weekly sync* gemacht.'),
    expect.stringContaining('nichts mehr zu *Weekly sync* posten'),
    expect.stringContaining('Aufzeichnung bereit: *Weekly sync*'),
  ]);
  await clickOn(app, { user: 'carla', channel: 'D0CARLAAPP', button: 'Host-Link' });
  expect(buttonsOf(app.slack.workspace.ephemerals('carla').at(-1))).toContain('Als Host starten');
});
