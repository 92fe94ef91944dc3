import { expect, test } from 'vitest';
import { chooseLanguage } from '../support/choose-notify.ts';
import { openRoom } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';
import { slackSignature } from '../support/slack-signature.ts';

/** Slack says that the workspace has removed the app. Source: "app_uninstalled event". */
async function sayRemoved(app: Roomtone): Promise<number> {
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: 'T0SANDBOX',
    event_id: 'Ev0REMOVED',
    event: { type: 'app_uninstalled' },
  });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': slackSignature(body, { timestamp, secret: app.signingSecret }),
  };
  const { status } = await fetch(`${app.url}/slack/events`, { method: 'POST', headers, body });
  await app.settle();
  return status;
}

test('a workspace removes the app: its people and settings are forgotten, told once or twice', async () => {
  const app = await roomtone();
  await openRoom(app);
  chooseLanguage(app, 'C0GENERAL', 'de-DE');
  expect(app.sql('select user_id from people')).not.toEqual([]);

  expect(await sayRemoved(app)).toBe(200);
  expect(app.sql('select user_id from people')).toEqual([]);
  expect(app.sql('select channel_id from settings')).toEqual([]);

  chooseLanguage(app, 'C0GENERAL', 'de-DE');
  expect(await sayRemoved(app)).toBe(200);
  expect(app.sql('select channel_id from settings')).toHaveLength(1);
});
