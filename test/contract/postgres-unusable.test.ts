import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import type { PostgresSsl } from '../../src/storage/postgres-pool.ts';
import { onPostgres } from '../support/on-postgres.ts';

const { freshDatabase } = onPostgres();

describe('a database that can’t be used', () => {
  const log = createLog('silent');
  const jobsIn = () => {
    throw new Error('It opened');
  };
  const openAt = (url: string, ssl?: PostgresSsl) => openPostgres({ url, ssl, poolSize: 1, jobsIn, log });

  test.each([
    ['nobody there', 'postgres://roomtone:hush@127.0.0.1:1/roomtone', 'connect ECONNREFUSED 127.0.0.1:1'],
    ['an address nobody can read', 'postgres://roomtone:hush@localhost:port/roomtone', 'Invalid URL'],
  ])('%s: a problem with its fix, without the password', async (_what, url, reason) => {
    const trouble: unknown = await openAt(url).catch((error) => error);

    expect(trouble).toBeInstanceOf(ConfigError);
    expect((trouble as ConfigError).problems).toEqual([
      `DATABASE_URL names a Postgres that can't be used (${reason}). Is it up, are name and password right, and does DATABASE_SSL fit?`,
    ]);
  });

  test('not made yet: a problem that names it', async () => {
    const url = (await freshDatabase()).replace(/test_\d+/, 'nowhere');

    await expect(openAt(url)).rejects.toThrow('database "nowhere" does not exist');
  });

  test('without TLS, where it is required: a problem', async () => {
    const url = await freshDatabase();

    await expect(openAt(url, 'verify')).rejects.toThrow('The server does not support SSL connections');
  });
});
