import type { Settings } from '../settings.ts';
import { SCOPES } from '../slack/scopes.ts';
import { readAuthTest } from '../slack/self-check.ts';
import type { Answer, Ask } from './ask.ts';
import { type Finding, findingsOf } from './finding.ts';

const token = findingsOf('Slack token');
const scopesOf = findingsOf('Slack scopes');

/** One call of auth.test, for the token, its scopes and the clock. */
export function askSlack(
  ask: Ask,
  { SLACK_API_URL, SLACK_BOT_TOKEN }: Pick<Settings, 'SLACK_API_URL' | 'SLACK_BOT_TOKEN'>,
): Promise<Answer> {
  const headers = { authorization: `Bearer ${SLACK_BOT_TOKEN}` };
  return ask(`${SLACK_API_URL}auth.test`, { method: 'POST', headers });
}

/** Does Slack know the token, and may it do what the app needs? */
export function checkSlack(reply: Answer): Finding[] {
  if (!reply.answered) {
    return [
      token.failure(
        `Slack can't be reached (${reply.reason})`,
        'Let this machine reach SLACK_API_URL, by default https://slack.com: DNS, firewall, proxy.',
      ),
    ];
  }
  const answer = readAuthTest(reply.text, reply.headers.get('x-oauth-scopes'));
  if (answer === undefined) {
    return [
      token.failure(
        `something answered ${reply.status} that is not Slack`,
        'Remove SLACK_API_URL, or correct it: Slack’s own is https://slack.com/api/.',
      ),
    ];
  }
  if (!answer.ok) {
    return [
      token.failure(
        `Slack refuses it: ${answer.error}`,
        'Copy the Bot User OAuth Token from OAuth & Permissions into SLACK_BOT_TOKEN; installing the app anew makes a new one.',
      ),
    ];
  }
  return [token.ok(`@${answer.user} in ${answer.team}`), checkScopes(answer.scopes)];
}

function checkScopes(scopes: readonly string[] | null): Finding {
  if (scopes === null) {
    return scopesOf.warning('Slack did not tell them', 'Compare OAuth & Permissions with manifest.yml.');
  }
  const missing = SCOPES.filter((scope) => !scopes.includes(scope));
  const extra = scopes.filter((scope) => !SCOPES.some((one) => one === scope));
  if (missing.length > 0) {
    return scopesOf.failure(
      `missing: ${missing.join(', ')}`,
      'Add them under OAuth & Permissions, Bot Token Scopes (manifest.yml has all), then press Reinstall to Workspace.',
    );
  }
  if (extra.length > 0) {
    return scopesOf.warning(
      `more than it needs: ${extra.join(', ')}`,
      'Remove them under OAuth & Permissions, Bot Token Scopes.',
    );
  }
  return scopesOf.ok(`all ${SCOPES.length} of manifest.yml`);
}
