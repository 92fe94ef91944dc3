import { type ChildProcessByStdio, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { chownSync, globSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';

/** Debian's, the newest if there are several. */
const PROGRAMS = globSync('/usr/lib/postgresql/*/bin/postgres')
  .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  .map(dirname)
  .at(-1);

/** Suites that need Postgres are left out where it is missing, with that reason. */
export const hasPostgres = PROGRAMS !== undefined;

/** Postgres refuses to run as root. */
const NOBODY = 65_534;
const USER = 'roomtone';
/** For data nobody needs after a crash, and deadlocks that are found at once. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'deadlock_timeout=50ms'];
/** Stops the server and removes its folder once nobody holds the other end of stdin: also when we are killed. */
const UNTIL_STDIN_ENDS =
  '"$@" & cat >/dev/null; kill -INT $(head -1 "$FOLDER/data/postmaster.pid") 2>/dev/null; while [ -e "$FOLDER/data/postmaster.pid" ]; do sleep 0.05; done; rm -rf "$FOLDER"';

export interface PostgresCluster {
  /** Address of the database of that name, whether it exists or not. */
  url(database: string): string;
  /** The folder of `pgbench` and its like. */
  readonly programs: string;
  /** Ends every connection and starts anew, with what was committed; resolves when it can be used again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A Postgres of our own, reached through a socket in its own folder, gone with this process. `settings`: lines of
 * postgresql.conf; by default those that make tests fast.
 */
export async function startCluster(settings: readonly string[] = FAST): Promise<PostgresCluster> {
  if (PROGRAMS === undefined) throw new Error('Postgres is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-pg-'));
  const as = { cwd: folder, ...unprivileged(folder) };
  const data = join(folder, 'data');
  const how = ['-A', 'trust', '-E', 'UTF8', '--locale=C', '-N', '--no-instructions'];
  await promisify(execFile)(`${PROGRAMS}/initdb`, ['-D', data, '-U', USER, ...how], as);

  const options = [`unix_socket_directories=${folder}`, 'listen_addresses=', ...settings];
  const command = [`${PROGRAMS}/postgres`, '-D', data, ...options.flatMap((option) => ['-c', option])];
  const server = spawn('sh', ['-c', UNTIL_STDIN_ENDS, 'sh', ...command], {
    ...as,
    env: { ...process.env, FOLDER: folder },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  await isReady(server);
  return {
    url: (database) => `postgres://${USER}@localhost/${database}?host=${folder}`,
    programs: PROGRAMS,
    async restart() {
      // Its output goes to a file, or we would wait for the server to end.
      const args = ['-D', data, '-m', 'fast', '-w', '-l', join(folder, 'log'), 'restart'];
      await promisify(execFile)(`${PROGRAMS}/pg_ctl`, args, as);
    },
    stop() {
      server.stdin.end();
      return ended;
    },
  };
}

function unprivileged(folder: string): Pick<SpawnOptions, 'uid' | 'gid'> {
  if (process.getuid?.() !== 0) return {};
  chownSync(folder, NOBODY, NOBODY);
  return { uid: NOBODY, gid: NOBODY };
}

function isReady(server: ChildProcessByStdio<Writable, null, Readable>): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (log.includes('ready to accept connections')) resolve();
      else if (log.includes('FATAL')) reject(new Error(log));
    });
    server.once('error', reject);
  });
}
