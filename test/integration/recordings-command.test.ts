import { expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { decide } from '../support/fill-in.ts';
import {
  buttonsOf,
  clickOn,
  recordingMessages,
  recordings,
  rowsOf,
  texts,
  urlOf,
} from '../support/in-slack.ts';
import { openRoom, recordedMeeting, unheardMeeting } from '../support/recorded.ts';
import { roomtone } from '../support/roomtone.ts';

const HOUR_MS = 3_600_000;

test('a channel without recordings: says so, only to whoever asked', async () => {
  const app = await roomtone();
  const before = app.slack.workspace.messages('general').length;

  expect((await recordings(app, '', { user: 'ben' }))?.['text']).toBe('This channel has no recordings yet.');

  expect(app.slack.workspace.messages('general')).toHaveLength(before);
  expect(app.slack.workspace.ephemerals('ada')).toEqual([]);
});

test('more than ten recordings: the ten newest, newest first, and a hint at the others', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  const first = app.now() - 20 * HOUR_MS;
  const starts: number[] = [];
  for (let hour = 0; hour < 11; hour++) {
    const { startedAt } = await recordedMeeting(app, room, first + hour * HOUR_MS);
    starts.unshift(Math.floor(startedAt / 1000));
  }

  const answer = await recordings(app);

  expect(answer?.['text']).toMatch(/^Here are the newest 10 recordings; there are more\./);
  const shown = rowsOf(answer).map((row) => Number(/<!date\^(\d+)\^/.exec(row)?.[1]));
  expect(shown).toEqual(starts.slice(0, 10));
});

test('a row: title, begin, length, how long it is kept; its buttons do what they say', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app, 'Design <review> & more'));

  const answer = await recordings(app);
  expect(answer?.['text']).toMatch(
    /^This channel has 1 recording\.\n\*Design &lt;review&gt; &amp; more\*, <!date.*>, 32 minutes\. Kept until <!date.*>; 30 days left\.$/,
  );
  expect(buttonsOf(answer)).toEqual(['Get link', 'Share in channel', 'Delete']);

  const press = { user: 'ada', channel: 'general', message_ts: String(answer?.['ts']) };
  await app.slack.workspace.action({ ...press, action: 'Get link' });
  await app.settle();
  const link = urlOf(app.slack.workspace.ephemerals('ada').at(-1), 'Download video (MP4)');
  expect((await fetch(link)).status).toBe(200);

  await app.slack.workspace.action({ ...press, action: 'Delete' });
  await app.settle();
  expect(recordingMessages(app, 'general').at(-1)?.text).toContain('deleted by <@U0ADA>');
  expect((await recordings(app))?.['text']).toBe('This channel has no recordings yet.');
});

test('Delete stands only in the rows of those who may: the host of each room, and admins', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app, 'Of Ben', { user: 'ben' }));
  await recordedMeeting(app, await openRoom(app, 'Of Ada', { user: 'ada' }));

  const buttons = {
    ada: buttonsOf(await recordings(app, '', { user: 'ada' })),
    ben: buttonsOf(await recordings(app, '', { user: 'ben' })),
    dana: buttonsOf(await recordings(app, '', { user: 'dana' })),
  };

  expect(buttons).toEqual({
    ada: ['Get link', 'Share in channel', 'Delete', 'Get link', 'Share in channel', 'Delete'],
    ben: ['Get link', 'Share in channel', 'Get link', 'Share in channel', 'Delete'],
    dana: ['Get link', 'Share in channel', 'Get link', 'Share in channel'],
  });
});

test('where only hosts get links: Get link stands in the rows of their own rooms alone, and the list says why', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app, 'Of Ben', { user: 'ben' }));
  await recordedMeeting(app, await openRoom(app, 'Of Ada', { user: 'ada' }));
  await decide(app, { 'workspace.seeLinks': 'host-only', 'workspace.deleteRecordings': 'nobody' });

  const lists = {
    ben: await recordings(app, '', { user: 'ben' }),
    dana: await recordings(app, '', { user: 'dana' }),
  };

  expect(buttonsOf(lists.ben)).toEqual(['Share in channel', 'Get link', 'Share in channel']);
  expect(buttonsOf(lists.dana)).toEqual(['Share in channel', 'Share in channel']);
  expect(String(lists.dana?.['text'])).toContain('Only the host of a room gets its links');
});

test('a recording that is still being made or uploaded: a row without buttons', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  await deliver(room.callbackUrl, callbacksOf(await unheardMeeting(app, room.roomId)).started);
  await app.settle();

  const answer = await recordings(app);

  expect(rowsOf(answer)).toEqual([expect.stringMatching(/Still being recorded or uploaded\.$/)]);
  expect(buttonsOf(answer)).toEqual([]);
});

test('the card of a room: its Recordings button lists that room alone', async () => {
  const app = await roomtone();
  const design = await openRoom(app, 'Design review');
  await recordedMeeting(app, design);
  await openRoom(app, 'Board meeting');

  await clickOn(app, { user: 'ben', channel: 'general', button: 'Recordings' });
  expect(texts(app.slack.workspace.ephemerals('ben')).at(-1)).toBe('This room has no recordings yet.');

  const [card] = app.slack.workspace.messages('general').filter((m) => buttonsOf(m).includes('Recordings'));
  await app.slack.workspace.action({
    user: 'ben',
    channel: 'general',
    message_ts: String(card?.['ts']),
    action: 'Recordings',
  });
  await app.settle();
  expect(texts(app.slack.workspace.ephemerals('ben')).at(-1)).toMatch(
    /^This room has 1 recording\.\n\*Design review\*/,
  );
});

test('a room made in a direct message: its recordings are listed where its messages are', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app, 'One to one', { channel: 'D0ADABEN' }));

  expect(rowsOf(await recordings(app, '', { channel: 'D0ADAAPP' }))).toEqual([
    expect.stringMatching(/^\*One to one\*/),
  ]);
});
