import { expect, test } from 'vitest';
import { buttonsOf, cardOf, clickOn, toldTo, urlOf } from '../support/in-slack.ts';
import { videoRoomtone } from '../support/video-roomtone.ts';

test('archives go to a storage of the operator’s own: Get link says where, and by which ids it is found', async () => {
  const { app, video, enter } = await videoRoomtone();
  video.control.setFaults({ archive_outcome: 'uploaded' });
  await app.meet('Design review');
  const ben = await enter(urlOf(cardOf(app, 'general'), 'Join'), 'Ben');
  await app.told('started');
  ben.leave();
  video.control.advance(61);
  await app.told('ready');

  await clickOn(app, { user: 'ada', channel: 'general', button: 'Get link' });

  const [recording] = app.sql<{ recording_id: string }>('select recording_id from recordings');
  expect(toldTo(app, 'ada').at(-1)).toMatch(/^The recording of \*Design review\*, .* own storage\./);
  expect(toldTo(app, 'ada').at(-1)).toContain(
    `Recording ${recording?.recording_id} · session ${ben.sessionId}`,
  );
  expect(buttonsOf(app.slack.workspace.ephemerals('ada').at(-1))).toEqual([]);
});
