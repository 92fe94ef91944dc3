import { expect, test } from 'vitest';
import { chooseNotify } from '../support/choose-notify.ts';
import { cardOf, deleteMessage, recordingMessages, type SlackMessage } from '../support/in-slack.ts';
import { openRoom, recordedMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

/** The stages that stand in the channel itself, and those that are replies. */
function placesOf(app: Roomtone, channel: string) {
  const isReply = ({ message }: { message: SlackMessage }) => message['thread_ts'] !== undefined;
  const all = recordingMessages(app, channel);
  const stages = (messages: typeof all) => messages.map(({ stage }) => stage).toSorted();
  return { inChannel: stages(all.filter((m) => !isReply(m))), replies: stages(all.filter(isReply)) };
}

test('in a thread: the replies stand under the room’s card', async () => {
  const app = await roomtone();
  chooseNotify(app, 'C0GENERAL', 'thread');

  await recordedMeeting(app, await openRoom(app));

  const threads = recordingMessages(app, 'general').map(({ message }) => message['thread_ts']);
  const { ts } = cardOf(app, 'general');
  expect(threads).toEqual([ts, ts, undefined]);
});

test('the card has been deleted: what comes then stands in the channel', async () => {
  const app = await roomtone();
  chooseNotify(app, 'C0GENERAL', 'thread');
  const room = await openRoom(app);
  await deleteMessage(app, cardOf(app, 'general'));

  await recordedMeeting(app, room);

  expect(placesOf(app, 'general')).toEqual({ inChannel: ['ended', 'ready', 'started'], replies: [] });
});

test('quiet: "ready" tells the end too, and louder again the past is not told', async () => {
  const app = await roomtone();
  chooseNotify(app, 'C0GENERAL', 'quiet');
  const room = await openRoom(app);
  await recordedMeeting(app, room);
  const [ready] = recordingMessages(app, 'general');
  expect(ready?.text).toMatch(/^Recording ready: \*Design review\*, .* to .*, 32 minutes\./);

  chooseNotify(app, 'C0GENERAL', 'messages');
  await recordedMeeting(app, room);

  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual([
    'ready',
    'started',
    'ended',
    'ready',
  ]);
});
