import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { callbacksOf, callbackUrlOf, deliver } from '../support/callbacks.ts';
import { recordingMessages, roomOf, texts } from '../support/in-slack.ts';
import { roomtoneBehindProxy } from '../support/meetings-proxy.ts';
import { openRoom, recordedMeeting, unheardMeeting } from '../support/recorded.ts';
import { roomtone } from '../support/roomtone.ts';
import { stored } from '../support/stored.ts';

test('a wrong token or a body that is no callback: refused, nothing stored or posted, the app lives', async () => {
  const app = await roomtone();
  const { callbackUrl, roomId } = await openRoom(app);
  const { started, ended, joined } = callbacksOf(await unheardMeeting(app, roomId));
  const participant = joined({ participantId: 'p1', name: 'Ada' });
  const path = `${app.url}/callbacks/meetings`;
  const [{ hash } = { hash: '' }] = app.sql<{ hash: string }>('select token_hash as hash from rooms');
  const before = stored(app);

  const refused: readonly [what: string, status: number, url: string, body: unknown][] = [
    ['a token nobody has', 404, `${path}/${'x'.repeat(43)}`, started],
    ['what is stored of the token', 404, `${path}/${hash}`, started],
    ['no token', 404, `${path}/`, started],
    ['a token that is no text', 400, `${path}/%E0%A4%A`, started],
    ['no body', 400, callbackUrl, ''],
    ['broken JSON', 400, callbackUrl, JSON.stringify(started).slice(0, -1)],
    ['bytes that are no text', 400, callbackUrl, Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['null', 400, callbackUrl, 'null'],
    ['a list', 400, callbackUrl, [started]],
    ['no event', 400, callbackUrl, { ...started, event: undefined }],
    ['an event that is no text', 400, callbackUrl, { ...started, event: 7 }],
    ['no recording id', 400, callbackUrl, { ...started, recording_id: undefined }],
    ['a recording id that is no text', 400, callbackUrl, { ...started, recording_id: { $ne: null } }],
    ['an empty session id', 400, callbackUrl, { ...started, session_id: '' }],
    ['an endless session id', 400, callbackUrl, { ...started, session_id: 'x'.repeat(201) }],
    ['a time that is a number', 400, callbackUrl, { ...ended, started_at: 1_700_000_000 }],
    ['a duration that is an object', 400, callbackUrl, { ...ended, duration: {} }],
    ['a name that is a list', 400, callbackUrl, { ...participant, name: ['Ada'] }],
    ['one megabyte', 413, callbackUrl, { ...started, padding: 'x'.repeat(1_000_000) }],
    ['one megabyte, wrong token', 413, `${path}/wrong`, 'x'.repeat(1_000_000)],
  ];
  for (const [what, status, url, body] of refused) {
    expect.soft(await deliver(url, body), what).toBe(status);
  }
  const unreadable = { 'content-encoding': 'secret' };
  expect(await deliver(callbackUrl, started, unreadable)).toBe(400);

  await app.settle();
  expect(stored(app)).toEqual(before);
  expect(recordingMessages(app, 'general')).toEqual([]);
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
});

test("one room's token naming another room's meeting: 404 each time, nothing stored, nothing posted", async () => {
  const app = await roomtone();
  const own = await openRoom(app, 'Design review', { channel: 'design' });
  const other = await openRoom(app, 'Board meeting', { channel: 'general' });
  const ownMeeting = await recordedMeeting(app, own);
  const otherMeeting = await recordedMeeting(app, other);
  const { sessionEnded, joined, uploaded } = callbacksOf(otherMeeting);
  const before = stored(app);
  const said = () => ['design', 'general'].map((channel) => texts(app.slack.workspace.messages(channel)));
  const saidBefore = said();

  const forged = {
    'its recording': uploaded,
    'its recording, no room named': { ...uploaded, room_id: undefined },
    'its recording, our room named': { ...uploaded, room_id: own.roomId },
    'its recording in our session': { ...uploaded, session_id: ownMeeting.sessionId, room_id: own.roomId },
    'a new recording of its session': {
      ...uploaded,
      recording_id: ownMeeting.recordingId,
      room_id: undefined,
    },
    'its session ended': sessionEnded,
    'somebody in its session': joined({ participantId: 'p1', name: 'Mallory' }),
    'its room expired': { event: 'room:expired', room_id: other.roomId, room_type: 'instant' },
  };
  for (const [what, body] of Object.entries(forged)) {
    expect.soft(await deliver(own.callbackUrl, body), what).toBe(404);
  }

  await app.settle();
  expect(stored(app)).toEqual(before);
  expect(said()).toEqual(saidBefore);
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
});

test('the token of a room that is still being made, naming another room: 404, nothing stored', async () => {
  const { app, proxy } = await roomtoneBehindProxy();
  const other = await openRoom(app, 'Board meeting');
  const { joined } = callbacksOf(await unheardMeeting(app, other.roomId));
  const [asked, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  proxy.intercept = async (_what, passOn) => {
    const answer = await passOn();
    asked.resolve();
    await gate.promise;
    return answer;
  };
  await app.slack.workspace.command({ user: 'ada', channel: 'general', text: 'Design review' });
  await asked.promise;
  const own = await callbackUrlOf(app, (await roomOf(app, 'Design review')).room_id);
  const before = stored(app);

  expect(await deliver(own, joined({ participantId: 'p1', name: 'Mallory' }))).toBe(404);
  expect(await deliver(own, { event: 'room:expired', room_id: other.roomId })).toBe(404);
  expect(stored(app)).toEqual(before);

  gate.resolve();
  await app.settle();
});

test('a callback of a kind that is not known: acknowledged, nothing stored', async () => {
  const app = await roomtone();
  const { callbackUrl } = await openRoom(app);
  const before = stored(app);

  expect(await deliver(callbackUrl, { event: 'room:painted', room_id: 7 })).toBe(204);

  expect(stored(app)).toEqual(before);
});

test('the database fails: the sender hears 503, and its next try counts', async () => {
  const app = await roomtone();
  const { callbackUrl, roomId } = await openRoom(app);
  const { started } = callbacksOf(await unheardMeeting(app, roomId));
  const [{ file } = { file: '' }] = app.sql<{ file: string }>('select file from pragma_database_list');
  const operator = new BetterSqlite3(file);

  operator.exec('alter table inbox rename to lost');
  expect(await deliver(callbackUrl, started)).toBe(503);
  operator.exec('alter table lost rename to inbox');
  operator.close();

  expect(await deliver(callbackUrl, started)).toBe(204);
  await app.settle();
  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['started']);
});
