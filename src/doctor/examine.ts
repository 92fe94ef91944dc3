import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Providers } from '../vonage/provider.ts';
import { type Answer, askBy } from './ask.ts';
import { checkCallbacks } from './check-callbacks.ts';
import { checkClock } from './check-clock.ts';
import { checkMigrated, checkNotifications, openLook, unreadable } from './check-database.ts';
import { checkJobs } from './check-jobs.ts';
import { checkLastCallback } from './check-last-callback.ts';
import { checkPublicUrl } from './check-public-url.ts';
import { checkSettings } from './check-settings.ts';
import { checkSigningSecret } from './check-signing-secret.ts';
import { askSlack, checkSlack } from './check-slack.ts';
import { checkVonageKey } from './check-vonage-key.ts';
import { type Finding, findingsOf } from './finding.ts';

const WAYS_NOT_TRIED = ['signing secret', 'callbacks'].map((check) =>
  findingsOf(check).warning('not tried, since the app does not answer', 'See “PUBLIC_URL”.'),
);

/** Looks at everything the app needs, from outside it, and changes nothing. Always in the same order. */
export async function examine(
  env: Readonly<Record<string, string | undefined>>,
  clock: Clock,
  providers: Providers,
): Promise<readonly Finding[]> {
  const { config, findings } = checkSettings(env);
  if (config === undefined) return findings;
  const provider = providers[config.PROVIDER];
  const ask = askBy(() => clock.now());
  const [database, slack, app, key] = await Promise.all([
    examineDatabase(config, clock),
    askSlack(ask, config),
    ask(`${config.PUBLIC_URL}/readyz`),
    checkVonageKey(provider, config, clock),
  ]);
  const appNow = clock.now() + aheadOf(app);
  const reached = checkPublicUrl(config.PUBLIC_URL, app);
  const ways =
    reached.level === 'ok'
      ? [
          await checkSigningSecret(ask, config, appNow),
          await checkCallbacks(ask, { settings: config, door: provider.callbacks, now: appNow }),
        ]
      : WAYS_NOT_TRIED;
  return [...findings, ...database, ...checkSlack(slack), checkClock({ slack, app }), reached, ...ways, key];
}

/** What stands in the database tells nothing before its tables are there. */
async function examineDatabase(config: Config, clock: Clock): Promise<Finding[]> {
  const look = await openLook(config, () => clock.now());
  if ('level' in look) return [look];
  try {
    const migrated = await checkMigrated(look);
    if (migrated.level !== 'ok') return [migrated];
    return [
      migrated,
      ...(await checkNotifications(look)),
      ...(await checkJobs(look)),
      await checkLastCallback(look, clock.now()),
    ];
  } catch (error) {
    return [unreadable(look, error)];
  } finally {
    await look.close();
  }
}

const aheadOf = (reply: Answer) => (reply.answered ? (reply.aheadMs ?? 0) : 0);
