import type { Settings } from '../settings.ts';
import type { Database, DatabaseOptions } from './database.ts';

export type DatabaseSettings = Pick<Settings, 'DATABASE_URL' | 'DATABASE_SSL' | 'DATABASE_POOL_SIZE'>;

/**
 * Opens the database of the settings, brought up to this release. Throws ConfigError when it can't be used. Only the code
 * of the one in use is loaded, since a start should not wait for the other.
 */
export async function openDatabase(
  { DATABASE_URL, DATABASE_SSL: ssl, DATABASE_POOL_SIZE: poolSize }: DatabaseSettings,
  options: DatabaseOptions,
): Promise<Database> {
  if (DATABASE_URL.kind === 'sqlite') {
    const { sqliteDatabase } = await import('./sqlite-database.ts');
    return sqliteDatabase(DATABASE_URL.file, options);
  }
  const { postgresDatabase } = await import('./postgres-database.ts');
  return postgresDatabase({ url: DATABASE_URL.url, ssl, poolSize }, options);
}
