import { Client } from 'pg';
import { beforeEach } from 'vitest';
import { hasPostgres, type PostgresCluster, startCluster } from './postgres-cluster.ts';

/** Of this worker, for one file after the other: making one takes longer than most files. Gone with the worker. */
let cluster: Promise<PostgresCluster> | undefined;
let databases = 0;

/**
 * A Postgres for this test file, started with the first test that asks for a database. Without Postgres on the machine
 * the file's tests are left out.
 */
export function onPostgres(): { freshDatabase(): Promise<string>; restart(): Promise<void> } {
  beforeEach(({ skip }) => skip(!hasPostgres, 'Postgres is not installed'));
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
