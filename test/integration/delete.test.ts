import { expect, test } from 'vitest';
import { readMeetings } from '../support/callbacks.ts';
import { buttonsOf, clickOn, recordingMessages, texts } from '../support/in-slack.ts';
import { openRoom, recordedMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';
import { pressStale } from '../support/signed-request.ts';

/** Presses Delete, with the dialog confirmed, and gives the private answer. */
async function pressDelete(app: Roomtone, user: string): Promise<string> {
  await clickOn(app, { user, channel: 'general', button: 'Delete' });
  return String(app.slack.workspace.ephemerals(user).at(-1)?.['text']);
}

/** A press on Delete where the message no longer shows it; answered by direct message. */
const pressStaleDelete = (app: Roomtone, user: string, recordingId: string) =>
  pressStale(app, {
    user,
    channel: 'C0GENERAL',
    action: 'recording.delete',
    value: JSON.stringify({ v: 1, recordingId }),
  });

const audit = (app: Roomtone) => app.sql('select user_id, action, subject from audit');
const ready = (app: Roomtone) => recordingMessages(app, 'general').at(-1);

test('the host deletes: gone at the provider, the message says by whom and has no buttons, one entry in the audit', async () => {
  const app = await roomtone();
  const { recordingId } = await recordedMeeting(app, await openRoom(app, 'Design review', { user: 'ben' }));
  const others = app.slack.workspace.ephemerals('ada').length;

  expect(await pressDelete(app, 'ben')).toMatch(/^The recording of \*Design review\*, .*, is deleted\.$/);

  expect(await readMeetings(app, `/recordings/${recordingId}`)).toMatchObject({ status: 404 });
  expect(ready(app)?.text).toMatch(/^Recording of \*Design review\*, .*: deleted by <@U0BEN> on .* at .*\.$/);
  expect(recordingMessages(app, 'general').map(({ message }) => buttonsOf(message))).toEqual([[], [], []]);
  expect(recordingMessages(app, 'general')[1]?.text).toContain('The video is no longer available.');
  expect(audit(app)).toEqual([{ user_id: 'U0BEN', action: 'delete-recording', subject: recordingId }]);
  expect(app.slack.workspace.ephemerals('ada')).toHaveLength(others);
});

test('a workspace admin deletes what another person made: done', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app, 'Design review', { user: 'ben' }));

  expect(await pressDelete(app, 'ada')).toContain('is deleted.');

  expect(ready(app)?.text).toContain('deleted by <@U0ADA>');
});

test('a member or a guest presses Delete: nothing is deleted, only they are told who may', async () => {
  const app = await roomtone();
  const { recordingId } = await recordedMeeting(app, await openRoom(app));
  const before = ready(app);
  const refusal =
    'Nothing was deleted; only <@U0ADA>, who made the room, and workspace admins can delete the recording of *Design review*.';

  expect(await pressDelete(app, 'ben')).toBe(refusal);
  expect(await pressDelete(app, 'dana')).toBe(refusal);

  expect(await readMeetings(app, `/recordings/${recordingId}`)).toMatchObject({ status: 'uploaded' });
  expect(ready(app)).toEqual(before);
  expect(texts(app.slack.workspace.ephemerals('ada'))).not.toContain(refusal);
  expect(audit(app)).toEqual([]);
});

test('Delete pressed twice, and once more where the screen is behind: deleted once', async () => {
  const app = await roomtone();
  const { recordingId } = await recordedMeeting(app, await openRoom(app));
  const { workspace } = app.slack;
  const press = {
    user: 'ada',
    channel: 'general',
    message_ts: String(ready(app)?.message['ts']),
    action: 'recording.delete',
  };

  await Promise.all([workspace.action(press), workspace.action(press)]);
  await app.settle();
  const said = ready(app)?.text;
  await app.pass(60_000);
  await pressStaleDelete(app, 'U0ADA', recordingId);

  expect(texts(workspace.ephemerals('ada')).slice(-2)).toEqual([
    expect.stringMatching(/is deleted\.$|is no longer available\.$/),
    expect.stringMatching(/is deleted\.$|is no longer available\.$/),
  ]);
  expect(texts(workspace.messages('D0ADAAPP'))).toEqual([expect.stringMatching(/is no longer available\.$/)]);
  expect(ready(app)?.text).toBe(said);
  expect(audit(app)).toHaveLength(1);
});

test('the host and an admin delete at once: deleted once, both are told, one of them is named everywhere', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app, 'Design review', { user: 'ben' }));
  const { workspace } = app.slack;
  const message_ts = String(ready(app)?.message['ts']);

  await Promise.all(
    ['ben', 'ada'].map((user) =>
      workspace.action({ user, channel: 'general', message_ts, action: 'recording.delete' }),
    ),
  );
  await app.settle();

  const [entry, ...more] = audit(app);
  expect(more).toEqual([]);
  expect(ready(app)?.text).toContain(`deleted by <@${(entry as { user_id: string }).user_id}>`);
  for (const user of ['ben', 'ada']) {
    expect(texts(workspace.ephemerals(user)).at(-1)).toMatch(/is deleted\.$|is no longer available\.$/);
  }
});

test('a member presses Delete after the host did: refused as before, nothing changes', async () => {
  const app = await roomtone();
  const { recordingId } = await recordedMeeting(app, await openRoom(app));
  await pressDelete(app, 'ada');

  await pressStaleDelete(app, 'U0BEN', recordingId);

  expect(texts(app.slack.workspace.messages('D0BENAPP'))).toEqual([
    expect.stringContaining('Nothing was deleted'),
  ]);
  expect(ready(app)?.text).toContain('deleted by <@U0ADA>');
});

test('an id that is not known in the channel: the same answer as for any unknown one, the provider is not asked', async () => {
  const app = await roomtone();
  const { recordingId } = await recordedMeeting(
    app,
    await openRoom(app, 'Design review', { channel: 'design' }),
  );
  const asked = () => app.traffic.recent().filter(({ kind }) => kind === 'vonage-api').length;
  const before = asked();

  await pressStaleDelete(app, 'U0ADA', recordingId);
  await pressStaleDelete(app, 'U0ADA', '17461b93-f793-48a0-9392-7d82de40432f');

  expect(texts(app.slack.workspace.messages('D0ADAAPP'))).toEqual([
    "I can't find that recording in this channel.",
    "I can't find that recording in this channel.",
  ]);
  expect(asked()).toBe(before);
});
