import { randomUUID } from 'node:crypto';
import { ROLE_HEADER } from '../http/pages.ts';
import type { Settings } from '../settings.ts';
import type { CallbackWire } from '../vonage/callback-wire.ts';
import { probeCallback } from '../vonage/self-check.ts';
import type { Answer, Ask, Reply } from './ask.ts';
import { type Finding, findingsOf } from './finding.ts';

const callbacks = findingsOf('callbacks');

interface Checked {
  readonly settings: Pick<Settings, 'PUBLIC_URL' | 'CALLBACK_TOKEN' | 'VONAGE_SIGNATURE_SECRET'>;
  /** Where the provider of new rooms sends them. */
  readonly door: Pick<CallbackWire, 'path' | 'doneStatus'>;
  /** By the app's clock. */
  readonly now: number;
}

/** Sends the app a callback that changes nothing. */
export async function checkCallbacks(ask: Ask, { settings, door, now }: Checked): Promise<Finding> {
  const { PUBLIC_URL, CALLBACK_TOKEN, VONAGE_SIGNATURE_SECRET } = settings;
  const { path, doneStatus } = door;
  const known = CALLBACK_TOKEN?.[0];
  const probe = await probeCallback(VONAGE_SIGNATURE_SECRET?.[0], now);
  const url = `${PUBLIC_URL}${path}/${known ?? randomUUID()}`;
  const reply = await ask(url, { method: 'POST', ...probe });
  if (!reply.answered || reply.headers.get(ROLE_HEADER) === null) return notReached(reply, path);
  return known === undefined ? judgeUnknown(reply) : judgeKnown(reply, doneStatus);
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
