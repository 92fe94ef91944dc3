import { expect, test } from 'vitest';
import { clickAtHome, homeButtons, openHome } from '../support/at-home.ts';
import { fieldsOf, submit } from '../support/fill-in.ts';
import { slackFaults, texts, toldTo } from '../support/in-slack.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const directly = (app: Roomtone, user: string) => texts(app.slack.workspace.directMessages(user));

/** Somebody presses Settings at Home and chooses a channel. */
async function settingsOf(app: Roomtone, user: string, channel: string) {
  await openHome(app, user);
  await clickAtHome(app, user, 'Settings');
  return submit(app, user, { Channel: channel });
}

test('pressed by a member: asks for a channel, shows and changes its settings, and says so privately', async () => {
  const app = await roomtone();

  await settingsOf(app, 'ben', 'general');
  expect(fieldsOf(app.slack.workspace.openDialog('ben'))).toHaveLength(3);
  await submit(app, 'ben', { notify: 'quiet' });

  expect(app.sql('select channel_id, notify from settings')).toEqual([
    { channel_id: 'C0GENERAL', notify: 'quiet' },
  ]);
  expect(directly(app, 'ben')).toEqual(['The settings are saved.']);
});

test('pressed by an admin: what they decide for the workspace is posted in the channel they chose', async () => {
  const app = await roomtone();

  await settingsOf(app, 'ada', 'general');
  await submit(app, 'ada', { 'workspace.seeLinks': 'host-only' });

  expect(texts(app.slack.workspace.messages('general'))).toEqual([expect.stringContaining('<@U0ADA>')]);
  expect(directly(app, 'ada')).toEqual([
    'The settings are saved.\nWhat you decided for others is posted in the channel.',
  ]);
});

test('of a channel they are not in: nothing is changed, and they are told so', async () => {
  const app = await roomtone();
  await app.slack.workspace.leave('general', 'ben');

  await settingsOf(app, 'ben', 'general');
  await submit(app, 'ben', { notify: 'quiet' });

  expect(app.sql('select * from settings')).toEqual([]);
  expect(directly(app, 'ben')).toEqual(['Nothing was changed: you are not in that channel.']);
});

test('guests have no such button; one who has become a guest meanwhile hears why at the field', async () => {
  const app = await roomtone();
  await openHome(app, 'dana');
  expect(homeButtons(app, 'dana')).not.toContain('Settings');
  await openHome(app, 'ben');
  await clickAtHome(app, 'ben', 'Settings');
  app.slack.workspace.changePerson('ben', { role: 'guest' });

  const { errors } = await submit(app, 'ben', { Channel: 'general' });

  expect(errors).toEqual({ channel: 'Nothing was changed: guests may not change settings.' });
});

test('Slack does not open the dialog: they hear what to do instead', async () => {
  const app = await roomtone();
  await openHome(app, 'ben');
  await slackFaults(app, { error: 'internal_error', methods: ['views.open'] });

  await clickAtHome(app, 'ben', 'Settings');

  expect(toldTo(app, 'ben').concat(directly(app, 'ben'))).toEqual([
    'Slack did not open the dialog.\nSend `/meet settings` again.',
  ]);
});
