import { expect, test } from 'vitest';
import { changeDatabase } from '../support/change-database.ts';
import { roomsOf, slackFaults, toldTo } from '../support/in-slack.ts';
import { openRoom } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

/*
 * Where a room whose creation got no answer is looked for: in the list of all the application has, which only ever grows
 * at its end. It is read from where it ended before the room was asked for.
 */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The Meetings server makes the room and does not say so. */
const SILENTLY_DONE = { delay_ms: 600_000, methods: ['POST /rooms'] };

const looks = (app: Roomtone) =>
  app.traffic
    .recent()
    .filter(
      ({ kind, method, path }) => kind === 'vonage-api' && method === 'GET' && /\/rooms(\?|$)/.test(path),
    )
    .map(({ path }) => new URLSearchParams(path.split('?')[1]).get('start_id'));

test('the second room that is looked for: the rooms before are not read again', async () => {
  const app = await roomtone({ timeoutMs: 700 });
  for (const title of ['One', 'Two', 'Three']) await openRoom(app, title);
  app.meetings.control.setFaults(SILENTLY_DONE);
  await app.meet('Four');
  await app.pass(MINUTE_MS);
  expect(looks(app)[0]).toBeNull();
  const before = looks(app).length;

  await app.meet('Five', { user: 'ben' });
  await app.pass(MINUTE_MS);

  expect(looks(app).slice(before)).toEqual([expect.stringMatching(/^\d+$/)]);
  expect(toldTo(app, 'ben').at(-1)).toContain('*Five* is ready');
  expect(await roomsOf(app)).toHaveLength(5);
});

test('a later room is looked for first: the earlier one is found all the same', async () => {
  const app = await roomtone({ timeoutMs: 700 });
  app.meetings.control.setFaults(SILENTLY_DONE);
  await app.meet('Earlier');
  // Its look fails for a while; meanwhile another room is made without an answer, looked for and found.
  app.meetings.control.setFaults({ status: 503, methods: ['GET /rooms'] });
  app.advance(30_000);
  await app.idle();
  app.meetings.control.setFaults(SILENTLY_DONE);
  await app.slack.workspace.command({ user: 'ben', channel: 'general', text: 'Later', command: '/meet' });
  await app.idle();

  await app.pass(MINUTE_MS);
  await app.pass(MINUTE_MS);

  expect(toldTo(app, 'ada').at(-1)).toContain('*Earlier* is ready');
  expect(toldTo(app, 'ben').at(-1)).toContain('*Later* is ready');
  expect((await roomsOf(app)).map(({ title }) => title).toSorted()).toEqual(['Earlier', 'Later']);
});

test('a room whose job was buried: after an hour its host hears so, and its title is free', async () => {
  const app = await roomtone();
  await slackFaults(app, { status: 500 });
  await app.slack.workspace.command({ user: 'ada', channel: 'general', text: 'Standup', command: '/meet' });
  await app.idle();
  // Not even the last word came through, or an operator has dropped it.
  changeDatabase(app, "delete from jobs where name = 'create-room'");
  await slackFaults(app, {});
  await app.meet('Standup', { user: 'ben' });
  expect(toldTo(app, 'ben').at(-1)).toContain('already being made, by <@U0ADA>');

  await app.pass(MINUTE_MS);
  expect(app.sql('select state from rooms')).toEqual([{ state: 'making' }]);
  await app.pass(HOUR_MS);

  expect(app.sql('select state from rooms')).toEqual([{ state: 'failed' }]);
  expect(app.slack.workspace.messages('D0ADAAPP').at(-1)).toMatchObject({
    text: expect.stringContaining('*Standup* could not be made'),
  });
  await app.meet('Standup', { user: 'ben' });
  expect(toldTo(app, 'ben').at(-1)).toContain('*Standup* is ready and you are its host');
});
