import { randomUUID } from 'node:crypto';
import type { Settings } from '../settings.ts';
import { SLACK_PATH } from '../slack/path.ts';
import { challengeRequest, isChallengeAnswered } from '../slack/self-check.ts';
import type { Ask } from './ask.ts';
import { type Finding, findingsOf } from './finding.ts';

const signingSecret = findingsOf('signing secret');

/**
 * Sends the app what Slack sends to make sure of an address, signed with the secret. `now`: by the app's clock, so that a
 * wrong clock here does not look like a wrong secret.
 */
export async function checkSigningSecret(
  ask: Ask,
  { PUBLIC_URL, SLACK_SIGNING_SECRET }: Pick<Settings, 'PUBLIC_URL' | 'SLACK_SIGNING_SECRET'>,
  now: number,
): Promise<Finding> {
  const challenge = randomUUID();
  const request = challengeRequest(challenge, { secret: SLACK_SIGNING_SECRET, now });
  const reply = await ask(`${PUBLIC_URL}${SLACK_PATH}`, { method: 'POST', ...request });
  if (reply.answered && reply.status === 200 && isChallengeAnswered(reply.text, challenge)) {
    return signingSecret.ok(
      'the app takes a request signed with it (whether Slack signs with the same, the first /meet shows)',
    );
  }
  if (reply.answered && reply.status === 401) {
    return signingSecret.failure(
      'the app refuses a request signed with it',
      'It runs with another SLACK_SIGNING_SECRET than this command: copy the one from Basic Information, App Credentials, to both and start the app again.',
    );
  }
  return signingSecret.failure(
    `a signed request got ${reply.answered ? reply.status : `no answer (${reply.reason})`}`,
    `Let the proxy pass POST ${SLACK_PATH} on to the app, body and headers unchanged.`,
  );
}
