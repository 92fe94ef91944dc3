import { describe, expect, test } from 'vitest';
import { buttonsOf, clickOn, recordingMessages, texts, toldTo } from '../support/in-slack.ts';
import { readSamples, sumOf } from '../support/prometheus.ts';
import { recordedMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';
import { leftToSay, roomIn, SHUT_CHANNELS } from '../support/shut-channels.ts';

const DAY_MS = 86_400_000;
const directly = (app: Roomtone) => texts(app.slack.workspace.directMessages('ada'));
const notices = (app: Roomtone) => directly(app).filter((text) => text.startsWith("I can't post about"));
const stages = (app: Roomtone, channel: string) => recordingMessages(app, channel).map(({ stage }) => stage);
const shutChannels = async ({ url }: Roomtone) =>
  sumOf(readSamples(await (await fetch(`${url}/metrics`)).text()), 'roomtone_channels_refused_total');
const posts = (app: Roomtone) =>
  app.traffic.recent().filter(({ kind, title }) => kind === 'slack-api' && title === 'chat.postMessage')
    .length;

describe.each(Object.entries(SHUT_CHANNELS))('the channel %s', (_what, { channel, shut, because }) => {
  test('its host hears so once and gets each recording by direct message; nothing is tried again', async () => {
    const app = await roomtone();
    const room = await roomIn(app, channel);
    await shut(app);

    await recordedMeeting(app, room);
    await recordedMeeting(app, room);

    expect(notices(app).map((text) => text.split('\n'))).toEqual([
      [
        expect.stringMatching(/^I can't post about \*Design review\* in <#C0\w+> any more\. /),
        expect.stringContaining('Until I can, its recordings come to you alone'),
      ],
    ]);
    expect(notices(app)[0]).toContain(because);
    const ready = recordingMessages(app, 'D0ADAAPP');
    expect(ready.map(({ stage }) => stage)).toEqual(['ready', 'ready']);
    expect(ready[0]?.text).toMatch(/32 minutes[\s\S]*you and admins can delete it/);
    expect(buttonsOf(ready[0]?.message)).toEqual(['Get link', 'Delete']);
    expect(directly(app)).toHaveLength(3);

    expect(await shutChannels(app)).toBe(1);
    const before = posts(app);
    await app.pass(DAY_MS);
    expect(posts(app)).toBe(before);
    expect(leftToSay(app)).toEqual([]);
  });

  test('the buttons under that direct message: give the link, then delete it, which the message tells', async () => {
    const app = await roomtone();
    const room = await roomIn(app, channel);
    await shut(app);
    await recordedMeeting(app, room);

    await clickOn(app, { user: 'ada', channel: 'D0ADAAPP', button: 'Get link' });
    expect(toldTo(app, 'ada').at(-1)).toContain('Here is the recording of *Design review*');
    await clickOn(app, { user: 'ada', channel: 'D0ADAAPP', button: 'Delete' });

    expect(toldTo(app, 'ada').at(-1)).toMatch(/^The recording of \*Design review\*, .* is deleted\.$/);
    expect(recordingMessages(app, 'D0ADAAPP')[0]?.text).toContain('deleted by <@U0ADA>');
    expect(leftToSay(app)).toEqual([]);
  });
});

test('the card is refused: its host gets the link to pass on, and hears of the channel once', async () => {
  const app = await roomtone();
  const { shut, because } = SHUT_CHANNELS['may be written in only by some'] ?? expect.unreachable();
  await shut(app);

  await recordedMeeting(app, await roomIn(app, 'general'));

  const [refused, ready] = directly(app);
  expect(refused).toMatch(/^\*Design review\* was made, but Slack did not take its card in <#C0GENERAL>\. /);
  expect(refused).toContain(because);
  expect(refused).toMatch(/People can join here[\s\S]* its recordings come to you alone/);
  expect(ready).toMatch(/^Recording ready: /);
  expect(directly(app)).toHaveLength(2);
  expect(leftToSay(app)).toEqual([]);
});

test.each(Object.entries(SHUT_CHANNELS).filter(([, { open }]) => open !== undefined))(
  'the channel %s, then takes messages again: new ones go there; shut once more, its host hears so once more',
  async (_what, { channel, shut, open }) => {
    const app = await roomtone();
    const room = await roomIn(app, channel);
    await shut(app);
    await recordedMeeting(app, room);
    const before = directly(app).length;

    await open?.(app);
    await recordedMeeting(app, room);
    expect(stages(app, channel)).toEqual(['started', 'ended', 'ready']);
    expect(directly(app)).toHaveLength(before);

    await shut(app);
    await recordedMeeting(app, room);
    expect(notices(app)).toHaveLength(2);
  },
);
