import { expect, test } from 'vitest';
import type { Deps } from '../../src/usecases/deps.ts';
import { updateHomes } from '../../src/usecases/update-homes.ts';
import { homeButtons, openHome, published } from '../support/at-home.ts';
import { submit } from '../support/fill-in.ts';
import { openSqliteStore } from '../support/open-sqlite-store.ts';
import { openRoom, recordedMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

/** An admin decides, and what follows from it is done. */
async function decide(app: Roomtone, change: Record<string, string>, channel = 'general') {
  await app.slack.workspace.command({ user: 'ada', channel, text: 'settings', command: '/meet' });
  await submit(app, 'ada', change);
}

/** Ben has a recording in #general and looks at his Home; so does Carla, who has none. */
async function benLooks() {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app, 'Budget', { user: 'ben' }));
  await openHome(app, 'ben');
  await openHome(app, 'carla');
  return app;
}

test('nobody may delete any more: the buttons on Homes follow, and only there', async () => {
  const app = await benLooks();
  expect(homeButtons(app, 'ben')).toContain('Delete');
  const before = published(app);

  await decide(app, { 'channel.deleteRecordings': 'nobody' });

  expect(homeButtons(app, 'ben')).not.toContain('Delete');
  expect(homeButtons(app, 'ben')).toContain('Get link');
  expect(published(app) - before).toBe(1);
});

test('decided for another channel: no Home is written', async () => {
  const app = await benLooks();
  const before = published(app);

  await decide(app, { 'channel.deleteRecordings': 'nobody' }, 'design');

  expect(published(app)).toBe(before);
  expect(homeButtons(app, 'ben')).toContain('Delete');
});

test('only admins make rooms from now on: New meeting room leaves every other Home', async () => {
  const app = await benLooks();

  await decide(app, { 'workspace.makeRooms': 'admins' });

  for (const user of ['ben', 'carla']) expect(homeButtons(app, user)).not.toContain('New meeting room');
});

test('many Homes: thirty at a time, a minute apart, and none is forgotten', async () => {
  const { storage, now, sql } = await openSqliteStore();
  const people = Array.from({ length: 70 }, (_, n) => `U${n + 100}`);
  await storage.transaction(async (tables) => {
    for (const userId of people) await tables.people.openHome('T1', userId, now());
  });
  const deps = { storage, clock: { now } } as unknown as Deps;
  const waiting = (name: string) =>
    sql<{ lane: string; payload: string; run_at: number }>(`select * from jobs where name = '${name}'`);

  await updateHomes(deps, { of: { teamId: 'T1' } });
  expect(await waiting('update-home')).toHaveLength(30);
  const [next] = await waiting('update-homes');
  expect(next?.run_at).toBe(now() + 60_000);
  await updateHomes(deps, JSON.parse(next?.payload ?? ''));
  const [, last] = await waiting('update-homes');
  await updateHomes(deps, JSON.parse(last?.payload ?? ''));

  expect((await waiting('update-home')).map(({ lane }) => lane).toSorted()).toEqual(
    people.map((userId) => `T1:${userId}`),
  );
  expect(await waiting('update-homes')).toHaveLength(2);
});
