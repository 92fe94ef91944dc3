import { describe, expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import {
  cardOf,
  clickOn,
  deleteMessage,
  recordingMessages,
  recordings,
  type SlackMessage,
} from '../support/in-slack.ts';
import { openRoom, recordedMeeting, unheardMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';
import { leftToSay } from '../support/shut-channels.ts';

const inChannel = (app: Roomtone) => app.slack.workspace.messages('general');
const standing = (app: Roomtone, start: string) =>
  inChannel(app).find(({ text }) => String(text).startsWith(start));

/** A room with everything in its channel that can stand there. */
async function fullChannel(): Promise<Roomtone> {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app));
  await recordings(app);
  await clickOn(app, { user: 'ada', channel: 'general', button: 'Share in channel' });
  return app;
}

/** Deletes a message, sees to it that it would be rewritten, and shows that nothing comes of it. */
async function expectLetGo(app: Roomtone, message: SlackMessage | undefined, change: () => Promise<unknown>) {
  await deleteMessage(app, message);
  const left = inChannel(app).map(({ ts }) => ts);

  await change();
  await app.pass(3_600_000);

  expect(inChannel(app).map(({ ts }) => ts)).toEqual(left);
  expect(app.sql("select count(*) as gone from posts where state = 'gone'")).toEqual([{ gone: 1 }]);
  expect(leftToSay(app)).toEqual([]);
}

describe('somebody deletes a message of ours; it is never posted again', () => {
  test('the card, then the room closes', async () => {
    const app = await roomtone();
    await openRoom(app);
    const card = cardOf(app, 'general');

    await expectLetGo(app, card, () => app.pass(11 * 60_000));
  });

  test.each(['Recording ended', 'Recording ready', '<@U0ADA> shares a recording'])(
    '"%s", then the recording is deleted',
    async (stage) => {
      const app = await fullChannel();

      await expectLetGo(app, standing(app, stage), async () => {
        await recordings(app);
        await clickOn(app, { user: 'ada', channel: 'general', button: 'Delete' });
      });
    },
  );

  test('"started", then the recording ends', async () => {
    const app = await roomtone();
    const room = await openRoom(app);
    const { started, ended } = callbacksOf(await unheardMeeting(app, room.roomId));
    await deliver(room.callbackUrl, started);
    await app.settle();
    const message = standing(app, 'Recording started');

    await deleteMessage(app, message);
    await deliver(room.callbackUrl, ended);
    await app.settle();

    expect(recordingMessages(app, 'general').map(({ stage }) => stage)).not.toContain('started');
    expect(leftToSay(app)).toEqual([]);
  });
});

test('the channel gets another name: messages go on there, and no name is stored', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  await app.slack.workspace.rename('general', 'lobby');

  await recordedMeeting(app, room);

  expect(recordingMessages(app, 'lobby').map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);
  expect(JSON.stringify(app.sql('select * from rooms'))).not.toMatch(/general|lobby/);
});

test('the channel becomes private with the app in it: messages go on there', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  app.slack.workspace.join('general', '@Roomtone');
  app.slack.workspace.makePrivate('general');

  await recordedMeeting(app, room);

  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);
});
