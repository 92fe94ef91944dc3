import { expect } from 'vitest';
import { cardOf, clickOn, recordingMessages, roomOf, texts } from './in-slack.ts';
import type { Roomtone } from './roomtone.ts';

/** A room is made, recorded, its recording shared and deleted. */
export async function mainJob(app: Roomtone): Promise<void> {
  // Ada types the command: only she is told that she is host, everybody sees the card.
  await app.meet('Design review');
  expect(texts(app.slack.workspace.ephemerals('ada'))).toEqual([
    expect.stringContaining('Making the room *Design review*'),
    expect.stringContaining('*Design review* is ready and you are its host'),
  ]);
  expect(cardOf(app, 'general')['text']).toContain('*Design review*: a video room by <@U0ADA>');

  // The session takes place.
  const room = await roomOf(app, 'Design review');
  const { sessionId, participantId } = app.meetings.control.join(room.room_id, { name: 'Ada', host: true });
  await app.happened('recording:started');
  app.meetings.control.leave(sessionId, participantId);
  await app.happened('recording:uploaded');
  await app.settle();
  const messages = recordingMessages(app, 'general');
  expect(messages.map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);

  // Ben gets a link of his own, Ada deletes after the dialog.
  await clickOn(app, { user: 'ben', channel: 'general', button: 'Get link' });
  const link = texts(app.slack.workspace.ephemerals('ben')).at(-1);
  expect(link).toContain('Works until');
  await clickOn(app, { user: 'ada', channel: 'general', button: 'Delete' });
  expect(texts(app.slack.workspace.ephemerals('ada')).at(-1)).toContain('deleted');
  expect(recordingMessages(app, 'general').at(-1)?.text).toMatch(/deleted by <@U0ADA>/);
}
