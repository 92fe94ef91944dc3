import { expect, test } from 'vitest';
import { readMeetings } from '../support/callbacks.ts';
import {
  buttonsOf,
  clickOn,
  recordingMessages,
  type SlackMessage,
  texts,
  urlOf,
} from '../support/in-slack.ts';
import { roomtoneBehindProxy } from '../support/meetings-proxy.ts';
import { openRoom, recordedMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';
import { pressStale } from '../support/signed-request.ts';

const DOWNLOAD = 'Download video (MP4)';
const TEN_MINUTES_S = 600;

/** Presses Get link and gives the private answer. */
async function getLink(app: Roomtone, user: string, channel = 'general'): Promise<SlackMessage | undefined> {
  await clickOn(app, { user, channel, button: 'Get link' });
  return app.slack.workspace.ephemerals(user).at(-1);
}

const valueFor = (recordingId: string) => JSON.stringify({ v: 1, recordingId });

test('Get link: a fresh link at each click, only for whoever clicked, that downloads the video', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app));
  const heard = app.slack.workspace.ephemerals('ada').length;

  const first = urlOf(await getLink(app, 'ben'), DOWNLOAD);
  const second = urlOf(await getLink(app, 'ben'), DOWNLOAD);

  expect(second).not.toBe(first);
  for (const url of [first, second]) {
    const file = await fetch(url);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('video/mp4');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
  }
  expect(app.slack.workspace.ephemerals('ada')).toHaveLength(heard);
  expect(JSON.stringify(app.slack.workspace.messages('general'))).not.toContain('Signature=');
});

test('the answer says which recording, how long the link works, and where the recording is kept', async () => {
  const app = await roomtone();
  const { recordingId, sessionId } = await recordedMeeting(app, await openRoom(app));

  const text = String((await getLink(app, 'ben'))?.['text']);

  expect(text).toContain('Here is the recording of *Design review*');
  expect(text).toMatch(/Works until <!date\^\d+\^/);
  expect(text).toContain(
    `Recording ${recordingId} · session ${sessionId} · stored encrypted in Amazon S3 (SSE-S3), according to Vonage`,
  );
});

test('a link gets old: it no longer works, and a new click gives one that does', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app));
  const old = urlOf(await getLink(app, 'ben'), DOWNLOAD);

  app.meetings.control.advance(TEN_MINUTES_S + 1);

  expect((await fetch(old)).status).toBe(403);
  expect((await fetch(urlOf(await getLink(app, 'ben'), DOWNLOAD))).status).toBe(200);
});

test('a link that does not tell how long it works: said to work for a short while', async () => {
  const { app, proxy } = await roomtoneBehindProxy();
  await recordedMeeting(app, await openRoom(app));
  proxy.intercept = async (_what, passOn) => {
    const { status, body } = await passOn();
    const _links = { url: { href: 'https://bucket.test/archive.mp4' } };
    return { status, body: { ...(body as object), _links } };
  };

  const answer = await getLink(app, 'ben');

  expect(answer?.['text']).toContain('Works for a short while');
  expect(urlOf(answer, DOWNLOAD)).toBe('https://bucket.test/archive.mp4');
});

test('a room made in a direct message: its host gets the link where the messages are', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app, 'One to one', { channel: 'D0ADABEN' }));

  const answer = await getLink(app, 'ada', 'D0ADAAPP');

  expect((await fetch(urlOf(answer, DOWNLOAD))).status).toBe(200);
});

test('the provider no longer has it: whoever asked is told, and the message says since when', async () => {
  const app = await roomtone();
  const { recordingId } = await recordedMeeting(app, await openRoom(app));
  await fetch(`${app.meetings.apiUrl}/recordings/${recordingId}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${await app.meetingsToken()}` },
  });
  expect(await readMeetings(app, `/recordings/${recordingId}`)).toMatchObject({ status: 404 });

  const answer = await getLink(app, 'ben');

  expect(answer?.['text']).toContain('is no longer available.');
  const message = recordingMessages(app, 'general').at(-1);
  expect(message?.text).toMatch(/\*Design review\*, .*: no longer available since /);
  expect(buttonsOf(message?.message)).toEqual([]);
  await pressStale(app, {
    user: 'U0BEN',
    channel: 'C0GENERAL',
    action: 'recording.get-link',
    value: valueFor(recordingId),
  });
  expect(texts(app.slack.workspace.messages('D0BENAPP'))).toEqual([answer?.['text']]);
});

test('the meeting service does not answer: one sentence with a code that leads to the log', async () => {
  const { app, proxy } = await roomtoneBehindProxy();
  await recordedMeeting(app, await openRoom(app));
  proxy.intercept = async () => 'hang up';

  const text = String((await getLink(app, 'ben'))?.['text']);

  const [, ref] = /MEETINGS_NO_ANSWER, (\w+)\.$/.exec(text) ?? [];
  expect(text).toContain("I couldn't get the link.");
  expect(app.log).toContainEqual(
    expect.objectContaining({ msg: 'job failed', ref, code: 'meetings_no_answer' }),
  );
});
