import { expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { changeDatabase } from '../support/change-database.ts';
import { cardOf, recordingMessages, toldTo } from '../support/in-slack.ts';
import { openRoom, unheardMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

/** Enough for the tables and a few rooms. */
const MAX_PAGES = 120;

const sessionStarted = (sessionId: string, roomId: string) => ({
  event: 'session:started',
  session_id: sessionId,
  room_id: roomId,
  started_at: '2026-11-20T09:30:00Z',
});

/** Callbacks of one session after the other, until the disk holds no more. */
async function fillDisk(callbackUrl: string, roomId: string): Promise<number> {
  for (let n = 0; n < 5_000; n++) {
    const status = await deliver(callbackUrl, sessionStarted(`filling-${n}`.padEnd(120, '.'), roomId));
    if (status !== 204) return status;
  }
  throw new Error('The disk is never full');
}

/** What nobody can store: Slack shows an error at once. */
async function meetInVain(app: Roomtone): Promise<string> {
  const { workspace } = app.slack;
  for (let n = 0; n < 9; n++) {
    const { ok } = await workspace.command({
      user: 'ben',
      channel: 'design',
      text: `Retro ${n}`,
      command: '/meet',
    });
    if (!ok) return toldTo(app, 'ben').at(-1) ?? '';
  }
  throw new Error('Every room was taken');
}

test('the disk is full: callbacks and commands are refused, and taken when there is room again', async () => {
  const app = await roomtone({ maxPages: MAX_PAGES });
  const { roomId, callbackUrl } = await openRoom(app);
  const { started, ended, uploaded } = callbacksOf(await unheardMeeting(app, roomId));
  expect(await deliver(callbackUrl, started)).toBe(204);
  await app.settle();

  // The sender keeps what it is not rid of; people see Slack's error.
  expect(await fillDisk(callbackUrl, roomId)).toBe(503);
  expect(await meetInVain(app)).toContain('dispatch_failed');

  changeDatabase(app, "delete from sessions where session_id like 'filling-%'");
  for (const body of [ended, uploaded]) expect(await deliver(callbackUrl, body)).toBe(204);
  await app.meet('Standup', { user: 'ada' });

  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);
  expect(toldTo(app, 'ada').at(-1)).toContain('*Standup* is ready and you are its host');
  expect(cardOf(app, 'general')['text']).toContain('*Standup*');
  expect(app.sql("select name from jobs where state = 'buried'")).toEqual([]);
});
