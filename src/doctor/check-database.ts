import type { Settings } from '../settings.ts';
import { type Finding, findingsOf } from './finding.ts';
import type { Look } from './look.ts';

const database = findingsOf('database');
const notifications = findingsOf('notifications');

const MIGRATE = 'Run: node dist/main.js migrate';

/** Opens the database to look into it; a failure when none can be used there. */
export async function openLook(settings: Settings, now: () => number): Promise<Look | Finding> {
  const { DATABASE_URL, DATABASE_SSL: ssl } = settings;
  try {
    if (DATABASE_URL.kind === 'sqlite') {
      const { lookAtSqlite } = await import('./look-at-sqlite.ts');
      return lookAtSqlite(DATABASE_URL.file, now);
    }
    const { lookAtPostgres } = await import('./look-at-postgres.ts');
    return await lookAtPostgres({ url: DATABASE_URL.url, ssl });
  } catch (error) {
    return DATABASE_URL.kind === 'sqlite'
      ? database.failure(
          `${DATABASE_URL.file} can't be opened: ${messageOf(error)}`,
          `Is it the right path? ${MIGRATE}`,
        )
      : database.failure(messageOf(error), 'Correct DATABASE_URL or DATABASE_SSL, or start Postgres.');
  }
}

/** It could be opened, but not be read. */
export function unreadable(look: Look, error: unknown): Finding {
  return database.failure(
    `${look.what} can't be read: ${messageOf(error)}`,
    'Does DATABASE_URL name Roomtone’s own database? If it is damaged, restore the last backup.',
  );
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Can it be read, and does it have the tables of this release? */
export async function checkMigrated(look: Look): Promise<Finding> {
  const pending = await look.pending();
  if (pending.length === 0) return database.ok(`${look.what}, up to date`);
  return database.failure(`${look.what} lacks: ${pending.join(', ')}`, MIGRATE);
}

/** Postgres tells other processes of new jobs by NOTIFY; not every pooler lets that through. */
export async function checkNotifications({ hears }: Look): Promise<Finding[]> {
  if (hears === undefined) return [];
  if (await hears()) return [notifications.ok('NOTIFY reaches LISTEN')];
  return [
    notifications.warning(
      'NOTIFY does not reach LISTEN: other processes learn of new jobs up to a second late',
      'Let DATABASE_URL lead to Postgres itself, or to a pooler in session mode (PgBouncer: pool_mode = session).',
    ),
  ];
}
