import { expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { buttonsOf, recordingMessages } from '../support/in-slack.ts';
import { openRoom, recordedMeeting, severalRecordings, unheardMeeting } from '../support/recorded.ts';
import { roomtone } from '../support/roomtone.ts';

test('each message says in its metadata what it is about', async () => {
  const app = await roomtone();
  const { recordingId } = await recordedMeeting(app, await openRoom(app));

  const metadata = recordingMessages(app, 'general').map(({ message }) => message['metadata']);

  expect(metadata).toEqual(
    ['started', 'ended', 'ready'].map((stage) => ({
      event_type: 'roomtone_recording',
      event_payload: { stage, recording_id: recordingId },
    })),
  );
});

test('the recording ends, then is ready: started loses Join, ended leads to the ready message', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  const { started, ended, uploaded } = callbacksOf(await unheardMeeting(app, room.roomId));
  const newest = () => recordingMessages(app, 'general').at(-1);

  await deliver(room.callbackUrl, started);
  await app.settle();
  expect(buttonsOf(newest()?.message)).toEqual(['Join']);

  await deliver(room.callbackUrl, ended);
  await app.settle();
  expect(recordingMessages(app, 'general').map(({ message }) => buttonsOf(message))).toEqual([[], []]);
  expect(newest()?.text).toContain('The video is being uploaded and will be posted here.');

  await deliver(room.callbackUrl, uploaded);
  await app.settle();
  const [, endedMessage, readyMessage] = recordingMessages(app, 'general');
  const permalink = `/archives/C0GENERAL/p${String(readyMessage?.message['ts']).replace('.', '')}`;
  expect(endedMessage?.text).toContain(permalink);
  expect(buttonsOf(readyMessage?.message)).toEqual(['Get link', 'Delete']);
});

test('a session with three recordings: each ready message says which of three it is', async () => {
  const app = await roomtone();
  const room = await openRoom(app, 'Workshop --manual');
  const texts = () =>
    recordingMessages(app, 'general').flatMap(({ stage, text }) => (stage === 'ready' ? [text] : []));

  const tell = await severalRecordings(app, room, 3);
  await tell(0);
  expect(texts()).toEqual([expect.not.stringMatching(/\d of \d/)]);
  await tell(1);
  expect(texts()).toEqual([expect.stringContaining('1 of 2'), expect.stringContaining('2 of 2')]);
  await tell(2);

  expect(texts()).toEqual([
    expect.stringContaining('1 of 3'),
    expect.stringContaining('2 of 3'),
    expect.stringContaining('3 of 3'),
  ]);
});

test('a room made in a direct message: its messages go to its host alone', async () => {
  const app = await roomtone();
  const room = await openRoom(app, 'One to one', { channel: 'D0ADABEN' });

  await recordedMeeting(app, room);

  const stages = recordingMessages(app, 'D0ADAAPP').map(({ stage }) => stage);
  expect(stages).toEqual(['started', 'ended', 'ready']);
  expect(app.slack.workspace.messages('D0ADABEN')).toEqual([]);
});

test('a German host: the messages are in German', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app, 'Entwurf', { user: 'carla' }));

  expect(recordingMessages(app, 'general').map(({ text }) => text.split(' ')[0])).toEqual([
    'Aufzeichnung',
    'Aufzeichnung',
    'Aufzeichnung',
  ]);
});
