import { expect, test } from 'vitest';
import { cardOf, recordingMessages, urlOf } from '../support/in-slack.ts';
import { passLooks } from '../support/looks.ts';
import { videoRoomtone } from '../support/video-roomtone.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

test('let in, and never there: the session ends, and soon nobody looks for its recording any more', async () => {
  const { app } = await videoRoomtone();
  await app.meet('Design review');
  const joined = await fetch(`${urlOf(cardOf(app, 'general'), 'Join')}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Ben' }),
  });
  expect(joined.status).toBe(200);

  await app.pass(2 * MINUTE_MS);
  expect(app.sql('select session_id from sessions where ended_at is null')).toEqual([]);
  await passLooks(app, HOUR_MS);
  expect(app.sql('select look_at from sessions')).toEqual([{ look_at: null }]);

  await passLooks(app);
  expect(app.log.filter(({ msg }) => String(msg).startsWith('recordings are missing'))).toEqual([]);
  expect(recordingMessages(app, 'general')).toEqual([]);
});
