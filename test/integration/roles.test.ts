import { expect, onTestFinished, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { freePort } from '../support/free-port.ts';
import { buttonsOf, roomsOf } from '../support/in-slack.ts';
import { onPostgres } from '../support/on-postgres.ts';
import { type RealProgram, realProgram } from '../support/real-program.ts';
import { runProgram } from '../support/run-program.ts';

const { freshDatabase } = onPostgres();
const PATIENCE = { timeout: 15_000, interval: 25 };

/** A process of that role, not started yet. */
async function webProgram(): Promise<RealProgram> {
  const app = await realProgram();
  Object.assign(app.env, { DATABASE_URL: await freshDatabase(), ROLE: 'web' });
  return app;
}

/** Another process in all but name, on the same database; returns its address. */
async function startWorkerBeside({ env }: RealProgram): Promise<string> {
  const port = String(await freePort());
  const worker = await createApp(loadConfig({ ...env, ROLE: 'worker', PORT: port }), {
    log: createLog('silent'),
  });
  await worker.start();
  onTestFinished(worker.stop);
  return `http://127.0.0.1:${port}`;
}

const meet = ({ slack }: RealProgram, text: string) =>
  slack.workspace.command({ user: 'ada', channel: 'general', text, command: '/meet' });
const cards = ({ slack }: RealProgram) =>
  slack.workspace.messages('general').filter((message) => buttonsOf(message).includes('Recordings'));

test('a web process: accepts a command and leaves its jobs to workers, also when it is asked to stop', async () => {
  const web = await webProgram();
  await web.start();

  expect(await meet(web, 'Design review')).toEqual({ ok: true, status: 200 });
  expect(await web.stop()).toBe(0);

  expect(web.log.filter((line) => 'job' in line)).toEqual([]);
  expect(await roomsOf(web)).toEqual([]);
});

test('a worker beside a web process: does what the web process accepted, from before it was there and since', async () => {
  const web = await webProgram();
  await web.start();
  await meet(web, 'Before');

  await startWorkerBeside(web);
  await meet(web, 'Since');

  await vi.waitUntil(() => cards(web).length === 2, PATIENCE);
  expect((await roomsOf(web)).map(({ title }) => title).toSorted()).toEqual(['Before', 'Since']);
});

test('a worker: serves the health pages, and nothing of Slack’s or the Meetings server’s', async () => {
  const url = await startWorkerBeside(await webProgram());
  const status = async (method: string, path: string) => (await fetch(`${url}${path}`, { method })).status;

  expect(await status('GET', '/healthz')).toBe(200);
  expect(await status('GET', '/readyz')).toBe(200);
  expect(await status('POST', '/slack/events')).toBe(404);
  expect(await status('POST', '/callbacks/meetings/token')).toBe(404);
});

test('a worker whose address another process listens on: says so and ends with 78, its connections closed', async () => {
  const { env, slack } = await webProgram();
  const { port } = new URL(slack.url);

  const { code, stderr } = await runProgram(['src/main.ts'], { env: { ...env, ROLE: 'worker', PORT: port } });

  expect(code).toBe(78);
  expect(stderr).toContain(`address already in use 127.0.0.1:${port}`);
});
