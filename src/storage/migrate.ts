import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as firstTables from './migrations/001-first-tables.ts';
import * as sqliteJobs from './migrations/002-sqlite-jobs.ts';
import * as reconciler from './migrations/003-reconciler.ts';
import * as sqliteJobsNext from './migrations/004-sqlite-jobs-next.ts';
import * as recordingsOfChannel from './migrations/005-recordings-of-channel.ts';
import * as roomsUnsure from './migrations/006-rooms-unsure.ts';
import * as settings from './migrations/007-settings.ts';
import * as roomsListed from './migrations/009-rooms-listed.ts';
import * as library from './migrations/010-library.ts';
import * as roomsRefused from './migrations/011-rooms-refused.ts';
import * as videoRooms from './migrations/012-video-rooms.ts';
import * as recordingFailures from './migrations/013-recording-failures.ts';
import * as roomFailures from './migrations/014-room-failures.ts';
import { newerMigrations } from './newer-migrations.ts';

const EVERYWHERE: Readonly<Record<string, Migration>> = {
  '001-first-tables': firstTables,
  '003-reconciler': reconciler,
  '005-recordings-of-channel': recordingsOfChannel,
  '006-rooms-unsure': roomsUnsure,
  '007-settings': settings,
  '009-rooms-listed': roomsListed,
  '010-library': library,
  '011-rooms-refused': roomsRefused,
  '012-video-rooms': videoRooms,
  '013-recording-failures': recordingFailures,
  '014-room-failures': roomFailures,
};

const MIGRATIONS = {
  sqlite: { ...EVERYWHERE, '002-sqlite-jobs': sqliteJobs, '004-sqlite-jobs-next': sqliteJobsNext },
  postgres: EVERYWHERE,
} as const;

/** Brings the tables up to this release; forward only. Throws what the failing migration threw. */
export async function migrate<Tables>(db: Kysely<Tables>, database: keyof typeof MIGRATIONS): Promise<void> {
  const ours = MIGRATIONS[database];
  const newer = await newerMigrations(db, ours);
  const { error } = await migrator(db, { ...ours, ...newer }).migrateToLatest();
  if (error !== undefined) throw error;
}

/** What {@link migrate} would still have to do, by name; nothing is changed. */
export async function pendingMigrations<Tables>(
  db: Kysely<Tables>,
  database: keyof typeof MIGRATIONS,
): Promise<string[]> {
  const migrations = await migrator(db, MIGRATIONS[database]).getMigrations();
  return migrations.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

function migrator<Tables>(db: Kysely<Tables>, migrations: Readonly<Record<string, Migration>>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations } });
}
