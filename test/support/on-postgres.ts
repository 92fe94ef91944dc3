import { Client } from 'pg';
import { afterAll, beforeEach } from 'vitest';
import { hasPostgres, type PostgresCluster, startCluster } from './postgres-cluster.ts';

/**
 * A Postgres for this test file, started with the first test that asks for a database. Without Postgres on the machine
 * the file's tests are left out.
 */
export function onPostgres(): { freshDatabase(): Promise<string>; restart(): Promise<void> } {
  let cluster: Promise<PostgresCluster> | undefined;
  let databases = 0;
  beforeEach(({ skip }) => skip(!hasPostgres, 'Postgres is not installed'));
  afterAll(async () => (await cluster)?.stop());
  return {
    /** The address of a new, empty database. */
    async freshDatabase() {
      cluster ??= startCluster();
      const { url } = await cluster;
      const name = `test_${++databases}`;
      const admin = new Client(url('postgres'));
      await admin.connect();
      await admin.query(`create database ${name}`);
      await admin.end();
      return url(name);
    },
    /** Every database goes away for a moment. */
    async restart() {
      await (await cluster)?.restart();
    },
  };
}
