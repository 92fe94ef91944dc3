import { generateKeyPairSync } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { findings, troubles } from '../support/examined.ts';
import { buttonsOf, cardOf, recordingMessages, texts, toldTo, urlOf } from '../support/in-slack.ts';
import { videoRoomtone } from '../support/video-roomtone.ts';

const MINUTE_MS = 60_000;

test('a room, a recorded meeting, its messages: as with any provider, but on a page of ours', async () => {
  const { app, video, enter } = await videoRoomtone();

  // Ada asks for a room.
  await app.meet('Design review');
  const card = cardOf(app, 'general');
  const guestUrl = urlOf(card, 'Join');
  expect(guestUrl).toMatch(new RegExp(`^${app.url}/r/[\\w-]{22}$`));
  expect(toldTo(app, 'ada').at(-1)).toMatch(/ready.*host/i);
  expect(JSON.stringify([card, app.log])).not.toContain('/h/');

  // Two people join at the same moment: one session, recorded by itself.
  const [ada, ben] = await Promise.all([enter(guestUrl, 'Ada'), enter(guestUrl, 'Ben')]);
  expect(ben.sessionId).toBe(ada.sessionId);
  await app.told('started');

  // They leave, and a minute later the recording is there.
  ada.leave();
  ben.leave();
  video.control.advance(61);
  await app.told('ready');

  const told = recordingMessages(app, 'general');
  expect(told.map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);
  expect(new Set(told.map(({ recordingId }) => recordingId)).size).toBe(1);
  expect(buttonsOf(told.at(-1)?.message)).toContain('Get link');
  expect(texts([cardOf(app, 'general')]).join()).not.toMatch(/in session/i);
});

test('callbacks as they really come: without an event, the outcome before the end', async () => {
  const { app, video, enter } = await videoRoomtone();
  await app.meet('Design review');
  video.control.setFaults({ no_event: true, outcome_first: true });

  const ada = await enter(urlOf(cardOf(app, 'general'), 'Join'), 'Ada');
  await app.told('started');
  ada.leave();
  video.control.advance(61);
  await app.told('ready');

  const stages = recordingMessages(app, 'general').map(({ stage }) => stage);
  expect(stages.filter((stage) => stage === 'ready')).toHaveLength(1);
  expect(stages.at(-1)).toBe('ready');
});

test('a recording that fails: the channel hears so, and why', async () => {
  const { app, video, enter } = await videoRoomtone();
  await app.meet('Design review');
  video.control.setFaults({ archive_outcome: 'failed' });

  const ada = await enter(urlOf(cardOf(app, 'general'), 'Join'), 'Ada');
  await app.told('started');
  ada.leave();
  video.control.advance(61);
  await app.told('failed');

  const [failed] = recordingMessages(app, 'general').filter(({ stage }) => stage === 'failed');
  expect(failed?.text).toMatch(/Recording failed/);
});

test('longer than 4 hours, which Vonage splits: two recordings of one session, each told of', async () => {
  const { app, video, enter } = await videoRoomtone();
  await app.meet('Design review');
  const ada = await enter(urlOf(cardOf(app, 'general'), 'Join'), 'Ada');
  await app.told('started');

  video.control.advance(4 * 3_600 + 60);
  ada.leave();
  video.control.advance(61);

  const ready = () => recordingMessages(app, 'general').filter(({ stage }) => stage === 'ready');
  await vi.waitUntil(
    async () => {
      await app.settle();
      return ready().length === 2 && ready().every(({ text }) => text.includes('of 2'));
    },
    { timeout: 10_000 },
  );
  expect(app.sql('select distinct session_id from recordings')).toHaveLength(1);
});

test('72 hours later: Vonage tells that it has expired, and its message offers nothing any more', async () => {
  const { app, video, enter } = await videoRoomtone();
  await app.meet('Design review');
  const ada = await enter(urlOf(cardOf(app, 'general'), 'Join'), 'Ada');
  await app.told('started');
  ada.leave();
  video.control.advance(61);
  await app.told('ready');

  video.control.advance(72 * 3_600);

  await vi.waitUntil(async () => {
    await app.settle();
    const ready = recordingMessages(app, 'general').find(({ stage }) => stage === 'ready');
    return !buttonsOf(ready?.message).includes('Get link');
  });
  expect(app.sql('select state from recordings')).toEqual([{ state: 'gone' }]);
});

test('--host-only, which nobody can do there: no room, but a sentence', async () => {
  const { app } = await videoRoomtone();

  await app.meet('Design review --host-only');

  expect(() => cardOf(app, 'general')).toThrow();
  expect(toldTo(app, 'ada').at(-1)).toContain('--host-only');
});

test('a room for now that nobody enters: closes by itself after 10 minutes', async () => {
  const { app, look } = await videoRoomtone();
  await app.meet('Design review');
  const guestUrl = urlOf(cardOf(app, 'general'), 'Join');
  expect(await look(guestUrl)).toMatchObject({ state: 'open' });

  await app.pass(12 * MINUTE_MS);

  expect(await look(guestUrl)).toMatchObject({ state: 'expired' });
  await vi.waitUntil(async () => {
    await app.settle();
    return !JSON.stringify(app.slack.workspace.messages('general')).includes('"Join"');
  });
});

test('doctor: finds it well, and names a key that is not the application’s', async () => {
  const { app } = await videoRoomtone();
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

  expect(troubles(await findings(app))).toEqual([]);
  expect(troubles(await findings(app, { VONAGE_PRIVATE_KEY: privateKey }))).toMatchObject([
    { check: 'Vonage key', level: 'failure', says: expect.stringContaining('answered 403') },
  ]);
});
