import { expect, test } from 'vitest';
import { clickOn, recordings, rowsOf, type SlackMessage, texts } from '../support/in-slack.ts';
import { openRoom, recordedMeeting, severalRecordings } from '../support/recorded.ts';
import { roomtone } from '../support/roomtone.ts';
import { sendSigned } from '../support/signed-request.ts';

const UNKNOWN = "I can't find that recording in this channel.";

test('by the id of a recording, in either case, and by the id of a session: exactly those', async () => {
  const app = await roomtone();
  const tell = await severalRecordings(app, await openRoom(app, 'Workshop --manual'), 2);
  const { recordingId, sessionId } = await tell(0);
  await tell(1);
  await recordedMeeting(app, await openRoom(app, 'Design review'));

  const one = await recordings(app, recordingId);
  expect(one?.['text']).toMatch(/^Here is the recording\.\n\*Workshop\*, .*, 1 of 2\. /);
  expect((await recordings(app, `  ${recordingId.toUpperCase()} `))?.['text']).toBe(one?.['text']);

  const both = await recordings(app, sessionId);
  expect(both?.['text']).toMatch(/^This session has 2 recordings, newest first\.\n/);
  expect(rowsOf(both)).toEqual([
    expect.stringMatching(/^\*Workshop\*.*, 2 of 2\. /),
    expect.stringMatching(/^\*Workshop\*.*, 1 of 2\. /),
  ]);
});

test('a session with more recordings than a page: Next leads to the others, newest first', async () => {
  const app = await roomtone();
  const tell = await severalRecordings(app, await openRoom(app, 'Workshop --manual'), 12);
  const { sessionId } = await tell(0);
  for (let one = 1; one < 12; one++) await tell(one);
  const places = (answer: SlackMessage | undefined) =>
    rowsOf(answer).map((row) => Number(/, (\d+) of 12\. /.exec(row)?.[1]));

  const first = await recordings(app, sessionId);
  expect(first?.['text']).toMatch(/^Here are the newest 10 recordings of this session; there are more\./);
  await clickOn(app, { user: 'ada', channel: 'general', button: 'Next' });
  const second = app.slack.workspace.ephemerals('ada').at(-1);

  expect([...places(first), ...places(second)]).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
});

test('an id that is unknown, of another channel, or of a deleted recording: the same answer', async () => {
  const app = await roomtone();
  const elsewhere = await recordedMeeting(app, await openRoom(app, 'Board', { channel: 'design' }));
  const deleted = await recordedMeeting(app, await openRoom(app, 'Design review'));
  await clickOn(app, { user: 'ada', channel: 'general', button: 'Delete' });

  const ids = {
    'no recording': '17461b93-f793-48a0-9392-7d82de40432f',
    'no session': '2_MX40NjMzOTg5Mn5-MTYzNTg2ODUxNzIzNH5mOUVub3hPNCt6czlwQzdvaTYvbm5lOTN-fg',
    "another channel's recording": elsewhere.recordingId,
    "another channel's session": elsewhere.sessionId,
    'a deleted recording': deleted.recordingId,
    "a deleted recording's session": deleted.sessionId,
  };
  for (const [what, id] of Object.entries(ids)) {
    expect.soft((await recordings(app, id))?.['text'], what).toBe(UNKNOWN);
  }
  expect((await recordings(app, elsewhere.recordingId, { channel: 'design' }))?.['text']).toContain(
    '*Board*',
  );
});

test('an id of another workspace: the same answer, also to somebody with the same ids', async () => {
  const app = await roomtone();
  const { recordingId, sessionId } = await recordedMeeting(app, await openRoom(app));
  const command = { command: '/recordings', user_id: 'U0ADA', channel_id: 'C0GENERAL', response_url: '' };

  for (const text of [recordingId, sessionId]) {
    const fields = { ...command, text, team_id: 'T0OTHER', trigger_id: `other.${text}` };
    expect((await sendSigned(app, { fields })).status).toBe(200);
    await app.settle();
  }

  expect(texts(app.slack.workspace.messages('D0ADAAPP'))).toEqual([UNKNOWN, UNKNOWN]);
});

test('an argument that is no id: is looked for in titles, with nobody mentioned', async () => {
  const app = await roomtone();
  const shown = { '17461b93': '17461b93', '<!channel>': '&lt;!channel&gt;' };

  for (const [typed, text] of Object.entries(shown)) {
    expect
      .soft((await recordings(app, typed))?.['text'])
      .toContain(`No recording of this channel was found. Searched for “${text}” in the title.`);
  }
});
