import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clickOn, slackFaults, texts, urlOf } from '../support/in-slack.ts';
import { openRoom, recordedMeeting } from '../support/recorded.ts';
import { roomtone } from '../support/roomtone.ts';
import { pressStale } from '../support/signed-request.ts';

const UNKNOWN = "I can't find that recording in this channel.";
const action = 'recording.get-link';
const valueFor = (recordingId: string) => JSON.stringify({ v: 1, recordingId });

test('neither database nor log ever holds a link to a recording or a host link', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app));
  await clickOn(app, { user: 'ada', channel: 'general', button: 'Get link' });
  const link = urlOf(app.slack.workspace.ephemerals('ada').at(-1), 'Download video (MP4)');
  expect(link).toContain('Signature=');
  await clickOn(app, { user: 'ada', channel: 'general', button: 'Host link' });
  expect(urlOf(app.slack.workspace.ephemerals('ada').at(-1), 'Start as host')).toContain(
    'participant_token=',
  );

  const [{ file } = { file: '' }] = app.sql<{ file: string }>('select file from pragma_database_list');
  const kept = [file, `${file}-wal`].map((path) => readFileSync(path, 'latin1')).join('');

  expect(kept).toContain('Design review');
  for (const secret of ['Signature=', 'participant_token']) {
    expect(kept).not.toContain(secret);
    expect(JSON.stringify(app.log)).not.toContain(secret);
  }
});

test('whoever is outside the channel, in another one or of another workspace: told the same as for an unknown id', async () => {
  const app = await roomtone();
  const { recordingId } = await recordedMeeting(
    app,
    await openRoom(app, 'Design review', { channel: 'design' }),
  );
  const value = valueFor(recordingId);
  const unknown = valueFor('17461b93-f793-48a0-9392-7d82de40432f');

  await pressStale(app, { user: 'U0DANA', channel: 'C0DESIGN', action, value: unknown });
  await pressStale(app, { user: 'U0DANA', channel: 'C0DESIGN', action, value });
  await pressStale(app, { user: 'U0BEN', channel: 'C0GENERAL', action, value });
  await pressStale(app, { user: 'U0ADA', channel: 'C0GENERAL', action, value });
  await pressStale(app, { user: 'U0ADA', channel: 'C0DESIGN', action, value, team: 'T0OTHER' });

  expect(texts(app.slack.workspace.messages('D0DANAAPP'))).toEqual([UNKNOWN, UNKNOWN]);
  expect(texts(app.slack.workspace.messages('D0BENAPP'))).toEqual([UNKNOWN]);
  expect(texts(app.slack.workspace.messages('D0ADAAPP'))).toEqual([UNKNOWN, UNKNOWN]);
});

test('Slack tells the same click twice: one answer', async () => {
  const app = await roomtone();
  const { recordingId } = await recordedMeeting(app, await openRoom(app));
  const press = {
    user: 'U0BEN',
    channel: 'C0GENERAL',
    action,
    value: valueFor(recordingId),
    triggerId: 'the.same.one',
  };

  await Promise.all([pressStale(app, press), pressStale(app, press)]);
  await pressStale(app, press);

  expect(app.slack.workspace.messages('D0BENAPP')).toHaveLength(1);
});

test('the app can no longer look into the channel: the host gets the link, nobody else does', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app));
  await slackFaults(app, { error: 'channel_not_found', methods: ['conversations.members'] });

  for (const user of ['ada', 'ben']) await clickOn(app, { user, channel: 'general', button: 'Get link' });

  expect(texts(app.slack.workspace.ephemerals('ada')).at(-1)).toContain('Here is the recording');
  expect(texts(app.slack.workspace.ephemerals('ben')).at(-1)).toContain("I couldn't get the link.");
});
