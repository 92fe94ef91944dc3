import { describe, expect, test } from 'vitest';
import { buttonsOf, clickOn, toldTo } from '../support/in-slack.ts';
import { recordedMeeting } from '../support/recorded.ts';
import { roomtone } from '../support/roomtone.ts';
import { leftToSay, roomIn, SHUT_CHANNELS } from '../support/shut-channels.ts';

const shut = Object.entries(SHUT_CHANNELS).filter(([, { open }]) => open !== undefined);

describe.each(shut)('the channel %s', (_what, { channel, shut, open }) => {
  test.each(['ada', 'ben'])('every button on the old messages: answers %s, and privately', async (user) => {
    const app = await roomtone();
    await recordedMeeting(app, await roomIn(app, channel));
    await shut(app);
    const messages = app.slack.workspace.messages(channel);
    const buttons = new Set(messages.flatMap(buttonsOf).filter((button) => button !== 'Join'));
    expect(buttons.size).toBeGreaterThan(3);

    for (const button of buttons) {
      const before = toldTo(app, user).length;
      await clickOn(app, { user, channel, button });
      expect(toldTo(app, user).length, button).toBe(before + 1);
    }

    expect(leftToSay(app)).toEqual([]);
    expect(open).toBeDefined();
  });
});

test('we can’t look into the channel: whoever is no host hears what helps', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await roomIn(app, 'leads'));
  await app.slack.workspace.leave('leads', '@Roomtone');

  await clickOn(app, { user: 'ben', channel: 'leads', button: 'Get link' });
  expect(toldTo(app, 'ben').at(-1)).toBe(
    "I couldn't get the link.\nSlack does not let me look into the room's channel. If it is still there, type `/invite @Roomtone` in it, then try again.",
  );

  app.slack.workspace.join('leads', '@Roomtone');
  await clickOn(app, { user: 'ben', channel: 'leads', button: 'Get link' });
  expect(toldTo(app, 'ben').at(-1)).toContain('Here is the recording of *Design review*');
});
