import { describe, expect, onTestFinished, test } from 'vitest';
import { SCOPES } from '../../src/slack/scopes.ts';
import { findings, troubles } from '../support/examined.ts';
import { freePort } from '../support/free-port.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';
import { answerJson, stubHttpServer } from '../support/stub-http-server.ts';

const HOUR_MS = 3_600_000;
const TOKEN = 'callback-token-0123456789';
const SECRET = 'signature-secret-0123456789';

async function slackSaying(scopes: string): Promise<string> {
  const server = await stubHttpServer((response) => {
    response.setHeader('x-oauth-scopes', scopes);
    answerJson(response, 200, { ok: true, team: 'Sandbox', user: 'roomtone' });
  });
  onTestFinished(server.close);
  return `${server.origin}/api/`;
}

describe('Slack', () => {
  test('a scope missing: which one, and where to add it', async () => {
    const app = await roomtone();
    const SLACK_API_URL = await slackSaying(SCOPES.filter((scope) => scope !== 'users:read').join(','));

    expect(troubles(await findings(app, { SLACK_API_URL }))).toEqual([
      {
        check: 'Slack scopes',
        level: 'failure',
        says: 'missing: users:read',
        fix: expect.stringContaining('Reinstall to Workspace'),
      },
    ]);
  });

  test('a scope too many: a warning', async () => {
    const app = await roomtone();
    const SLACK_API_URL = await slackSaying([...SCOPES, 'channels:history'].join(', '));

    expect(troubles(await findings(app, { SLACK_API_URL }))).toMatchObject([
      { check: 'Slack scopes', level: 'warning', says: 'more than it needs: channels:history' },
    ]);
  });

  test.each([
    [
      'away',
      async () => `http://127.0.0.1:${await freePort()}/api/`,
      /^Slack can't be reached \(ECONNREFUSED\)$/,
    ],
    ['something else', async (app: Roomtone) => `${app.url}/`, /^something answered 404 that is not Slack$/],
  ])('%s: is said, and the clock has nothing to go by or agrees', async (_what, where, says) => {
    const app = await roomtone();

    const found = await findings(app, { SLACK_API_URL: await where(app) });

    expect(found.filter(({ level }) => level === 'failure')).toMatchObject([
      { check: 'Slack token', says: expect.stringMatching(says) },
    ]);
  });

  test.each([
    ['an hour ahead', HOUR_MS, 'failure', /^this machine’s is 3\d\d\d s ahead of Slack’s$/],
    ['two minutes behind', -HOUR_MS / 30, 'failure', /^this machine’s is 1[12]\d s behind Slack’s$/],
    ['half a minute ahead', HOUR_MS / 120, 'warning', /^this machine’s is [23]\d s ahead of Slack’s$/],
  ])('a clock %s: is said, and the secrets are not blamed', async (_what, aheadMs, level, says) => {
    const app = await roomtone({ env: { CALLBACK_TOKEN: TOKEN, VONAGE_SIGNATURE_SECRET: SECRET } });

    const found = await findings(app, {}, aheadMs);

    // What is due, and whether a token is fresh, is told by that clock.
    const byClock = ['waiting jobs', 'Vonage key'];
    expect(troubles(found).filter(({ check }) => !byClock.includes(check))).toEqual([
      { check: 'clock', level, says: expect.stringMatching(says), fix: expect.stringContaining('NTP') },
    ]);
  });
});
