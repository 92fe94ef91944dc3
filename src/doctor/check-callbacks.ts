import { randomUUID } from 'node:crypto';
import { ROLE_HEADER } from '../http/pages.ts';
import { CALLBACK_PATH } from '../meetings/callbacks.ts';
import { probeCallback } from '../meetings/self-check.ts';
import type { ProviderName, Settings } from '../settings.ts';
import { VIDEO_CALLBACK_PATH } from '../video/callbacks.ts';
import type { Answer, Ask, Reply } from './ask.ts';
import { type Finding, findingsOf } from './finding.ts';

const callbacks = findingsOf('callbacks');

type CallbackSettings = Pick<
  Settings,
  'PROVIDER' | 'PUBLIC_URL' | 'CALLBACK_TOKEN' | 'VONAGE_SIGNATURE_SECRET'
>;

/** Where a provider sends its callbacks to, and the answer it takes for "done". */
const DOORS: Readonly<Record<ProviderName, { readonly path: string; readonly done: number }>> = {
  'vonage-meetings': { path: CALLBACK_PATH, done: 204 },
  'vonage-video': { path: VIDEO_CALLBACK_PATH, done: 200 },
};

/** Sends the app a callback that changes nothing. `now`: by the app's clock. */
export async function checkCallbacks(ask: Ask, settings: CallbackSettings, now: number): Promise<Finding> {
  const { PROVIDER, PUBLIC_URL, CALLBACK_TOKEN, VONAGE_SIGNATURE_SECRET } = settings;
  const { path, done } = DOORS[PROVIDER];
  const known = CALLBACK_TOKEN?.[0];
  const probe = await probeCallback(VONAGE_SIGNATURE_SECRET?.[0], now);
  const url = `${PUBLIC_URL}${path}/${known ?? randomUUID()}`;
  const reply = await ask(url, { method: 'POST', ...probe });
  if (!reply.answered || reply.headers.get(ROLE_HEADER) === null) return notReached(reply, path);
  return known === undefined ? judgeUnknown(reply) : judgeKnown(reply, done);
}

/** Only a room's own token is taken, and those are not ours to use: that the app knows no other is proof enough. */
function judgeUnknown({ status }: Reply): Finding {
  return status === 404
    ? callbacks.ok('they reach the app (and one with a false token is refused)')
    : callbacks.failure(`one with a false token was answered ${status} instead of 404`, 'See the app’s log.');
}

function judgeKnown({ status }: Reply, done: number): Finding {
  if (status === done) return callbacks.ok('one sent to CALLBACK_TOKEN’s address is taken');
  if (status === 404) {
    return callbacks.failure(
      'the app does not know CALLBACK_TOKEN',
      'It runs with another one than this command: set the same for both, and start the app again.',
    );
  }
  if (status === 401 || status === 503) {
    return callbacks.failure(
      `the app refuses one signed with VONAGE_SIGNATURE_SECRET (${status})`,
      'It runs with another secret than this command, or its database is away: set the same for both, and start the app again.',
    );
  }
  return callbacks.failure(`the app answered ${status}`, 'See the app’s log.');
}

function notReached(reply: Answer, path: string): Finding {
  return callbacks.failure(
    `one got ${reply.answered ? `${reply.status} from something else than the app` : `no answer (${reply.reason})`}`,
    `Let the proxy pass POST ${path}/… on to the app.`,
  );
}
