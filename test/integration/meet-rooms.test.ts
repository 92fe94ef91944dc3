import { expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { buttonsOf, clickOn, texts, toldTo } from '../support/in-slack.ts';
import { type OpenRoom, openRoom } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const MINUTE_MS = 60_000;
const last = (app: Roomtone, user: string) => app.slack.workspace.ephemerals(user).at(-1);
const said = (app: Roomtone, user: string) => String(last(app, user)?.['text']);

/** Somebody called Grace joins. */
async function graceJoins(app: Roomtone, { roomId, callbackUrl }: OpenRoom): Promise<void> {
  const times = { startedAt: app.now(), endedAt: app.now() };
  const of = callbacksOf({ roomId, sessionId: `s-${roomId}`, recordingId: 'r', ...times });
  expect(await deliver(callbackUrl, of.joined({ participantId: 'p', name: 'Grace' }))).toBe(204);
  await app.settle();
}

test('/meet rooms: those of this channel with what goes on in them, only for whoever asks', async () => {
  const app = await roomtone();
  await app.meet('Gone', { user: 'ada' });
  await app.pass(12 * MINUTE_MS);
  const busy = await openRoom(app, 'Weekly sync --for 30d', { user: 'ben' });
  await app.meet('Elsewhere', { user: 'ada', channel: 'design' });
  await app.meet('Lunch', { user: 'ada' });
  await graceJoins(app, busy);
  const before = app.slack.workspace.messages('general').length;

  await app.meet('rooms', { user: 'ben' });

  const [lead, ...rows] = said(app, 'ben').split('\n');
  expect(lead).toBe('Here are the rooms of this channel, open ones first.');
  expect(rows).toEqual([
    expect.stringMatching(/^\*Lunch\*, by <@U0ADA>\. Closes at .* if nobody joins/),
    expect.stringMatching(/^\*Weekly sync\*, by <@U0BEN>\. In session: Grace\. Open until/),
    expect.stringMatching(/^\*Gone\*, by <@U0ADA>\. This room is closed/),
  ]);
  expect(buttonsOf(last(app, 'ben'))).toEqual([
    ...['Join', 'Recordings'],
    ...['Join', 'Host link', 'Recordings'],
    ...['Open again', 'Recordings'],
  ]);
  expect(app.slack.workspace.messages('general')).toHaveLength(before);
});

test('a room being made: listed as that; one that could not be made: to whoever asked for it, for a day, with Try again', async () => {
  const app = await roomtone({ timeoutMs: 300 });
  app.meetings.control.setFaults({ status: 500 });
  await app.meet('Lunch', { user: 'ben' });
  app.meetings.control.setFaults({ hang: true, methods: ['POST /rooms'] });
  await app.meet('Budget', { user: 'ada' });

  await app.meet('rooms', { user: 'ada' });
  expect(said(app, 'ada')).toMatch(/open ones first\.\n\*Budget\*, by <@U0ADA>, is being made\.$/);
  expect(buttonsOf(last(app, 'ada'))).toEqual([]);

  await app.meet('rooms', { user: 'ben' });
  expect(said(app, 'ben')).toMatch(/is being made\.\n\*Lunch\* could not be made on <!date[^\n]*$/);
  app.meetings.control.setFaults({});
  await clickOn(app, { user: 'ben', channel: 'general', button: 'Try again' });
  expect(said(app, 'ben')).toContain('*Lunch* is ready and you are its host');

  app.meetings.control.setFaults({ status: 500 });
  await app.meet('Dinner', { user: 'ben' });
  await app.pass(24 * 60 * MINUTE_MS);
  await app.meet('rooms', { user: 'ben' });
  expect(said(app, 'ben')).not.toContain('Dinner');
});

test('/meet rooms where there are none: says how to make one', async () => {
  const app = await roomtone();

  await app.meet('rooms', { user: 'ben' });

  expect(said(app, 'ben')).toBe('This channel has no rooms yet. Make one with `/meet Design review`.');
});

test('more rooms than a page: Next and Previous take its place, and each room is shown once', async () => {
  const app = await roomtone();
  for (let n = 1; n <= 12; n++) {
    await app.meet(`Room ${n}`, { user: n % 2 === 0 ? 'ada' : 'ben' });
  }
  const titles = () => [...said(app, 'carla').matchAll(/\*(Room \d+)\*/g)].map(([, title]) => title);
  await app.meet('rooms', { user: 'carla' });
  const first = titles();

  await clickOn(app, { user: 'carla', channel: 'general', button: 'Weiter' });
  const second = titles();
  await clickOn(app, { user: 'carla', channel: 'general', button: 'Zurück' });

  expect(first).toHaveLength(10);
  expect(second).toHaveLength(2);
  expect(new Set([...first, ...second])).toHaveLength(12);
  expect(titles()).toEqual(first);
  expect(app.slack.workspace.ephemerals('carla')).toHaveLength(1);
});

test('somebody is in another room of the channel: whoever makes one hears so, and can join that one', async () => {
  const app = await roomtone();
  const busy = await openRoom(app, 'Weekly sync --for 30d', { user: 'ben' });
  await graceJoins(app, busy);

  await app.meet('Lunch', { user: 'ada' });

  const [ack] = app.slack.workspace.ephemerals('ada');
  expect(texts([ack ?? {}])).toEqual([
    'Making the room *Lunch*; it appears here in a moment.\nPeople are in *Weekly sync* in this channel just now.',
  ]);
  expect(buttonsOf(ack)).toEqual(['Join that one']);
  await app.meet('Lunch', { user: 'ada', channel: 'design' });
  expect(toldTo(app, 'ada').filter((text) => text.includes('just now'))).toHaveLength(1);
});

test.each([
  ['roms', '`/meet rooms`'],
  ['hlep', '`/meet help`'],
  ['seting', '`/meet settings`'],
])('/meet %s: a room is made, and %s suggested', async (typed, command) => {
  const app = await roomtone();

  await app.meet(typed, { user: 'ben' });

  expect(toldTo(app, 'ben')[0]).toBe(
    `Making the room *${typed}*; it appears here in a moment.\nDid you mean ${command}?`,
  );
  expect(app.sql('select title, state from rooms')).toEqual([{ title: typed, state: 'open' }]);
});
