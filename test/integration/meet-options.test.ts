import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { callbackUrlOf } from '../support/callbacks.ts';
import { askedRooms, cardOf, roomOf, texts } from '../support/in-slack.ts';
import { roomtone } from '../support/roomtone.ts';

const DAY_MS = 86_400_000;

const always = {
  metadata: expect.stringMatching(/^[0-9a-f-]{36}$/),
  callback_urls: {
    rooms_callback_url: expect.stringContaining('/callbacks/meetings/'),
    sessions_callback_url: expect.stringContaining('/callbacks/meetings/'),
    recordings_callback_url: expect.stringContaining('/callbacks/meetings/'),
  },
};

test.each([
  ['', { recording_options: { auto_record: true } }],
  ['--host-only', { recording_options: { auto_record: true, record_only_owner: true } }],
  ['--owner-only', { recording_options: { auto_record: true, record_only_owner: true } }],
  [
    '--manual',
    { recording_options: { auto_record: false }, available_features: { is_recording_available: true } },
  ],
  [
    '--manual —host-only',
    {
      recording_options: { auto_record: false, record_only_owner: true },
      available_features: { is_recording_available: true },
    },
  ],
  [
    '--no-recording',
    { recording_options: { auto_record: false }, available_features: { is_recording_available: false } },
  ],
])(
  '/meet Design review %s: the room is asked for with exactly what that means',
  async (options, expected) => {
    const app = await roomtone();

    await app.meet(`Design review ${options}`);

    expect(askedRooms(app)).toEqual([{ display_name: 'Design review', ...always, ...expected }]);
    expect(cardOf(app, 'general')['text']).toContain('*Design review*');
  },
);

test('a title with & < > and smart quotes: reaches the Meetings API as typed, without the quotes around it', async () => {
  const app = await roomtone();

  await app.meet('“R&D <now> — Q4”');

  expect(askedRooms(app)).toMatchObject([{ display_name: 'R&D <now> — Q4' }]);
  expect(cardOf(app, 'general')['text']).toContain('*R&amp;D &lt;now&gt; — Q4*');
});

test('--for 30d: a long-term room that closes 30 days from now', async () => {
  const app = await roomtone();
  const earliest = app.now();

  await app.meet('Weekly sync --for 30d');

  const [body] = askedRooms(app);
  expect(body).toMatchObject({ type: 'long_term', recording_options: { auto_record: true } });
  const closesAt = Date.parse(String(body?.['expires_at']));
  expect(closesAt).toBeGreaterThanOrEqual(earliest + 30 * DAY_MS);
  expect(closesAt).toBeLessThanOrEqual(app.now() + 30 * DAY_MS);
});

test.each([
  ['ada', '2031-01-31', '2031-01-31T23:59:00.000Z'],
  ['ada', '31 July 2031 9am', '2031-07-31T08:00:00.000Z'],
  ['ben', '2031-01-31', '2031-02-01T04:59:00.000Z'],
  ['carla', '31.01.2031 18:00', '2031-01-31T17:00:00.000Z'],
])(
  '--until, typed by %s as "%s": in their time zone that is %s, and they are told so',
  async (user, typed, expected) => {
    const app = await roomtone();

    await app.meet(`Weekly sync --until ${typed}`, { user });

    expect(askedRooms(app)).toMatchObject([{ type: 'long_term', expires_at: expected }]);
    const ready = texts(app.slack.workspace.ephemerals(user)).at(-1);
    expect(ready).toContain(`<!date^${Date.parse(expected) / 1000}^`);
  },
);

test('the three callback addresses of a room: one, below our own, with a token of which only the hash is stored', async () => {
  const app = await roomtone();

  await app.meet('Design review');

  const { room_id: roomId } = await roomOf(app, 'Design review');
  const url = await callbackUrlOf(app, roomId);
  expect(url).toMatch(new RegExp(`^${app.url}/callbacks/meetings/[\\w-]{43}$`));
  expect(new Set(Object.values(askedRooms(app)[0]?.['callback_urls'] ?? {})).size).toBe(1);
  const stored = JSON.stringify([app.sql('select * from rooms'), app.sql('select * from jobs'), app.log]);
  expect(stored).not.toContain(url.split('/').at(-1));
});

const guideBody = (name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/meetings-api/${name}.request.json`, import.meta.url), 'utf8'));

test('/meet New Meeting Room --manual: holds the body of the guide for an instant room', async () => {
  const app = await roomtone();

  await app.meet('New Meeting Room --manual');

  expect(askedRooms(app)).toMatchObject([guideBody('seed.create-instant-room')]);
});

test('/meet New Meeting Room --until … --owner-only: holds the body of the guide for a long-term room', async () => {
  const app = await roomtone();

  await app.meet('New Meeting Room --until 2031-01-31 18:00 --owner-only');

  const body = { ...guideBody('seed.create-long-term-auto-record'), expires_at: '2031-01-31T18:00:00.000Z' };
  expect(askedRooms(app)).toMatchObject([body]);
});
