import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { type PostgresCluster, startCluster } from '../../test/support/postgres-cluster.ts';
import type { Bench } from './bench.ts';

export { hasPostgres } from '../../test/support/postgres-cluster.ts';

/** A Postgres with its own settings: every commit is synced to disk. */
export async function benchCluster({ after }: Bench): Promise<PostgresCluster> {
  const cluster = await startCluster([]);
  after(cluster.stop);
  return cluster;
}

/** The address of a new, empty database. */
export async function freshDatabase({ url }: PostgresCluster, name: string): Promise<string> {
  await onDatabase(url('postgres'), `create database ${name}`);
  return url(name);
}

/** Inserts a row per transaction through so many clients, and says how many a second. Needs the table `callbacks`. */
export async function pgbench(
  { programs }: PostgresCluster,
  options: {
    readonly url: string;
    readonly clients: number;
    readonly seconds: number;
    readonly folder: string;
  },
): Promise<number> {
  const script = join(options.folder, 'insert.sql');
  writeFileSync(script, `insert into callbacks (body) values (repeat('x', 200));\n`);
  const { stdout } = await promisify(execFile)(`${programs}/pgbench`, [
    ...['--no-vacuum', '--protocol=prepared', `--file=${script}`, `--client=${options.clients}`],
    ...['--jobs=2', `--time=${options.seconds}`, options.url],
  ]);
  const [, perSecond] = /^tps = ([\d.]+)/m.exec(stdout) ?? [];
  if (perSecond === undefined) throw new Error(`pgbench did not say how fast it was: ${stdout}`);
  return Number(perSecond);
}

export async function onDatabase(url: string, sql: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
}
