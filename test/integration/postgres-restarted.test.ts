import { expect, onTestFinished, test, vi } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { deliver } from '../support/callbacks.ts';
import { freePort } from '../support/free-port.ts';
import { buttonsOf, recordingMessages, roomsOf } from '../support/in-slack.ts';
import { onPostgres } from '../support/on-postgres.ts';
import { openPostgresStorage } from '../support/open-postgres-storage.ts';
import { type RealProgram, realProgram } from '../support/real-program.ts';

const { freshDatabase, restart } = onPostgres();
const PATIENCE = { timeout: 15_000, interval: 25 };

const meet = ({ slack }: RealProgram, text: string) =>
  slack.workspace.command({ user: 'ada', channel: 'general', text, command: '/meet' });
const cards = ({ slack }: RealProgram) =>
  slack.workspace.messages('general').filter((message) => buttonsOf(message).includes('Recordings'));

/** A web process, and a worker in all but name. */
async function fleet(databaseUrl: string): Promise<RealProgram> {
  const web = await realProgram();
  Object.assign(web.env, { DATABASE_URL: databaseUrl, ROLE: 'web', CALLBACK_TOKEN: 'a'.repeat(32) });
  await web.start();
  const settings = { ...web.env, ROLE: 'worker', PORT: String(await freePort()) };
  const worker: App = await createApp(loadConfig(settings), { log: createLog('silent') });
  await worker.start();
  onTestFinished(worker.stop);
  return web;
}

test('Postgres is restarted under load: what was acknowledged is done, once, and both processes go on', async () => {
  const url = await freshDatabase();
  const web = await fleet(url);
  const pid = web.pid();
  await meet(web, 'Design review');
  await vi.waitUntil(() => cards(web).length === 1, PATIENCE);
  const [room] = await roomsOf(web);

  // People meet, and callbacks come one after the other, while the database goes away and comes back.
  const { join, leave } = web.meetings.control;
  let isBack = false;
  const restarting = restart().finally(() => {
    isBack = true;
  });
  const { sessionId, participantId } = join(room?.room_id ?? '', { name: 'Ada', host: true });
  leave(sessionId, participantId);
  const taken: string[] = [];
  const statuses = new Set<number>();
  for (let n = 0; !isBack; n++) {
    const body = {
      event: 'session:started',
      session_id: `load-${n}`,
      room_id: 'another',
      started_at: '2026-11-20T09:30:00Z',
    };
    const status = await deliver(`${web.url}/callbacks/meetings/${'a'.repeat(32)}`, body);
    statuses.add(status);
    if (status === 204) taken.push(body.session_id);
  }
  await restarting;

  // Whoever sent something meanwhile was told that it was not taken, never anything else.
  expect([...statuses].filter((status) => status !== 204)).toEqual([503]);
  await vi.waitUntil(() => recordingMessages(web, 'general').length >= 3, PATIENCE);
  await vi.waitUntil(async () => (await fetch(`${web.url}/readyz`)).ok, PATIENCE);
  expect(await meet(web, 'Afterwards')).toEqual({ ok: true, status: 200 });
  await vi.waitUntil(() => cards(web).length === 2, PATIENCE);
  expect(recordingMessages(web, 'general').map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);
  expect(web.pid()).toBe(pid);
  const { sql } = await openPostgresStorage(url);
  const stored = await sql<{ session_id: string }>(
    "select session_id from sessions where session_id like 'load-%'",
  );
  const known = new Set(stored.map((row) => row.session_id));
  expect(taken.filter((id) => !known.has(id))).toEqual([]);
});
