import { expect, test, vi } from 'vitest';
import { buttonsOf, cardOf, clickOn, recordingMessages, toldTo, urlOf } from '../support/in-slack.ts';
import { videoRoomtone } from '../support/video-roomtone.ts';

test('--manual: the host starts and stops recording on the card, while somebody is in', async () => {
  const { app, enter } = await videoRoomtone();
  await app.meet('Design review --manual');
  const press = (user: string, button: string) => clickOn(app, { user, channel: 'general', button });
  const cardShows = (button: string) =>
    vi.waitUntil(
      async () => {
        await app.settle();
        return buttonsOf(cardOf(app, 'general')).includes(button);
      },
      { timeout: 10_000 },
    );
  expect(buttonsOf(cardOf(app, 'general'))).not.toContain('Start recording');

  await enter(urlOf(cardOf(app, 'general'), 'Join'), 'Ben');
  await cardShows('Start recording');
  expect(recordingMessages(app, 'general')).toEqual([]);

  await press('ben', 'Start recording');
  expect(toldTo(app, 'ben').at(-1)).toMatch(/^Only .* can start and stop the recording/);
  await press('ada', 'Start recording');
  expect(toldTo(app, 'ada').at(-1)).toContain('is starting');
  await app.told('started');

  await cardShows('Stop recording');
  await press('ada', 'Stop recording');
  await app.told('ready');
  await cardShows('Start recording');
  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);
});
