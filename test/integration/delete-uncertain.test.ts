import { expect, test } from 'vitest';
import { buttonsOf, clickOn, recordingMessages } from '../support/in-slack.ts';
import { roomtoneBehindProxy } from '../support/meetings-proxy.ts';
import { openRoom, recordedMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

/** Presses Delete as the host, with the dialog confirmed, and gives the private answer. */
async function pressDelete(app: Roomtone): Promise<string> {
  await clickOn(app, { user: 'ada', channel: 'general', button: 'Delete' });
  return String(app.slack.workspace.ephemerals('ada').at(-1)?.['text']);
}

const audit = (app: Roomtone) => app.sql('select user_id, action, subject from audit');
const ready = (app: Roomtone) => recordingMessages(app, 'general').at(-1);

test('the API says 500, since the recording is not uploaded yet: a sentence, nothing deleted', async () => {
  const { app, proxy } = await roomtoneBehindProxy();
  await recordedMeeting(app, await openRoom(app));
  const notUploaded = { message: 'could not delete recording', name: 'InternalServerError', status: 500 };
  proxy.intercept = async (what, passOn) => {
    if (what.startsWith('DELETE')) return { status: 500, body: notUploaded };
    const { status, body } = await passOn();
    return { status, body: { ...(body as object), status: 'stopped', _links: {} } };
  };

  expect(await pressDelete(app)).toBe(
    'Not deleted yet: the recording of *Design review* is still being uploaded.\nTry again in a few minutes.',
  );

  expect(buttonsOf(ready(app)?.message)).toEqual(['Get link', 'Delete']);
  expect(audit(app)).toEqual([]);
});

test('the deletion is done but gets no answer: a read tells that it is gone', async () => {
  const { app, proxy } = await roomtoneBehindProxy();
  await recordedMeeting(app, await openRoom(app));
  proxy.intercept = async (what, passOn) => {
    const answer = await passOn();
    return what.startsWith('DELETE') ? 'hang up' : answer;
  };

  expect(await pressDelete(app)).toContain('is deleted.');

  expect(ready(app)?.text).toContain('deleted by <@U0ADA>');
  expect(audit(app)).toHaveLength(1);
});

test('the deletion is not done and gets no answer: nobody says that it is deleted', async () => {
  const { app, proxy } = await roomtoneBehindProxy();
  await recordedMeeting(app, await openRoom(app));
  proxy.intercept = async (what, passOn) => (what.startsWith('DELETE') ? 'hang up' : passOn());

  expect(await pressDelete(app)).toMatch(
    /^I couldn't make sure that the recording is deleted\.\n.* this code: MEETINGS_NO_ANSWER, \w+\.$/,
  );

  expect(buttonsOf(ready(app)?.message)).toEqual(['Get link', 'Delete']);
  expect(audit(app)).toEqual([]);
});

test('the API says 204 but a read still has it: nobody says that it is deleted; pressing again can do it', async () => {
  const { app, proxy } = await roomtoneBehindProxy();
  await recordedMeeting(app, await openRoom(app));
  proxy.intercept = async (what, passOn) =>
    what.startsWith('DELETE') ? { status: 204, body: undefined } : passOn();

  expect(await pressDelete(app)).toMatch(
    /^I couldn't make sure that the recording is deleted\.\n.* this code: RECORDING_STILL_THERE, \w+\.$/,
  );
  expect(ready(app)?.text).toMatch(/^Recording ready/);
  expect(audit(app)).toEqual([]);

  proxy.intercept = (_what, passOn) => passOn();
  expect(await pressDelete(app)).toContain('is deleted.');
  expect(audit(app)).toHaveLength(1);
});

test('the recording is gone already when the host deletes it: as good as deleted', async () => {
  const app = await roomtone();
  const { recordingId } = await recordedMeeting(app, await openRoom(app));
  await fetch(`${app.meetings.apiUrl}/recordings/${recordingId}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${await app.meetingsToken()}` },
  });

  expect(await pressDelete(app)).toContain('is deleted.');

  expect(ready(app)?.text).toContain('deleted by <@U0ADA>');
});
