import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { MEMORY_FLAGS } from '../support/deployed-flags.ts';
import { freePort } from '../support/free-port.ts';
import { buttonsOf, roomsOf, slackFaults } from '../support/in-slack.ts';
import { realProgram } from '../support/real-program.ts';
import { runProgram } from '../support/run-program.ts';

const PATIENCE = { timeout: 10_000, interval: 25 };
/** What `npm start` runs. */
const BUILT = 'dist/main.js';
const isBuilt = existsSync(new URL(`../../${BUILT}`, import.meta.url));

test('asked to stop while a room is being made: makes it, ends with 0, and the next start goes on from there', async () => {
  const app = await realProgram();
  await app.start();
  await slackFaults(app, { delay_ms: 500, methods: ['users.info'] });
  await app.slack.workspace.command({
    user: 'ada',
    channel: 'general',
    text: 'Design review',
    command: '/meet',
  });
  const jobs = () => app.sql<{ name: string; state: string }>('select name, state from jobs order by name');
  await vi.waitUntil(
    () => jobs().some(({ name, state }) => name === 'create-room' && state === 'running'),
    PATIENCE,
  );

  expect(await app.stop()).toBe(0);

  expect(await roomsOf(app)).toHaveLength(1);
  expect(jobs().map(({ state }) => state)).not.toContain('running');
  expect(jobs().map(({ name }) => name)).toEqual(
    expect.arrayContaining(['announce-room', 'answer-room-ready']),
  );
  expect(app.log.filter(({ level }) => level === 'error')).toEqual([]);
  await slackFaults(app, {});
  await app.start();
  const cards = () =>
    app.slack.workspace.messages('general').filter((m) => buttonsOf(m).includes('Recordings'));
  await vi.waitUntil(() => cards().length === 1, PATIENCE);
});

test('asked to stop while a client never finishes its request: ends with 0 all the same', async () => {
  const app = await realProgram();
  await app.start();
  const client = connect(Number(new URL(app.url).port), '127.0.0.1');
  client.on('error', () => {});
  await new Promise<void>((resolve) =>
    client.write('POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nx', () => resolve()),
  );

  expect(await app.stop()).toBe(0);
});

test('a second process on the same database, to serve or to migrate: is refused with why, and the first serves on', async () => {
  const app = await realProgram();
  await app.start();
  const env = { ...app.env, PORT: '0' };

  const [second, migration] = await Promise.all([
    runProgram(['src/main.ts', 'start'], { env }),
    runProgram(['src/main.ts', 'migrate'], { env }),
  ]);

  for (const { code, stderr } of [second, migration]) {
    expect(code).toBe(78);
    expect(stderr).toBe(
      `Roomtone can't start:\n  - ${app.file} is already served by another Roomtone process. Stop that one first, or give this one its own DATABASE_URL.\n`,
    );
  }
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  expect(app.sql('select name from jobs')).not.toEqual([]);

  // A killed process leaves no lock behind.
  await app.kill();
  const afterwards = await runProgram(['src/main.ts', 'migrate'], { env });
  expect(afterwards).toMatchObject({ code: 0, stdout: 'The database is up to date.\n', stderr: '' });
});

test('an address another process listens on: the start ends with 78 and says so', async () => {
  const app = await realProgram();
  const port = Number(new URL(app.slack.url).port);

  const { code, stderr } = await runProgram(['src/main.ts'], { env: { ...app.env, PORT: String(port) } });

  expect(code).toBe(78);
  expect(stderr).toContain(`address already in use 127.0.0.1:${port}`);
  expect(stderr).toContain('set another PORT');
});

test('started with neither Slack nor Meetings up: serves', async () => {
  const app = await realProgram();
  const nobody = `http://127.0.0.1:${await freePort()}`;
  Object.assign(app.env, { SLACK_API_URL: `${nobody}/api/`, MEETINGS_API_URL: `${nobody}/v1/meetings` });

  await app.start();

  expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  expect(await app.stop()).toBe(0);
});

test('after some work, at rest: the process holds less than 150 MB', async ({ skip }) => {
  const status = (pid: number) => `/proc/${pid}/status`;
  if (!existsSync(status(process.pid))) skip('this system does not tell what memory a process holds');
  if (!isBuilt) skip('the app has not been built');
  const app = await realProgram(BUILT);
  Object.assign(app.env, { NODE_OPTIONS: MEMORY_FLAGS, NODE_DISABLE_COMPILE_CACHE: '1' });
  await app.start();
  for (const text of ['One', 'Two', 'Three', 'help', '--nonsense']) {
    await app.slack.workspace.command({ user: 'ada', channel: 'general', text, command: '/meet' });
  }
  await vi.waitUntil(async () => (await roomsOf(app)).length === 3, PATIENCE);

  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(status(app.pid()), 'utf8')) ?? [];

  expect(Number(kilobytes)).toBeGreaterThan(0);
  expect(Number(kilobytes)).toBeLessThan(150_000);
});

test('run on a Node that is too old: ends with 78 and says which one it needs', async ({ skip }) => {
  if (!isBuilt) skip('the app has not been built');
  const node = findOldNode();
  if (node === undefined) return skip('no Node older than 24.16 on this machine');

  const { code, stdout, stderr } = await runProgram([BUILT], { node });

  expect(code).toBe(78);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^Roomtone needs Node 24\.16 or newer; this is [\d.]+\.\n/);
});

function findOldNode(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders
    .map((folder) => join(folder, 'node'))
    .filter((node) => existsSync(node))
    .find((node) => {
      const version = execFileSync(node, ['--version'], { encoding: 'utf8' });
      const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
      return major < 24 || (major === 24 && minor < 16);
    });
}
