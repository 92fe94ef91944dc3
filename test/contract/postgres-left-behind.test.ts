import { expect, onTestFinished, test } from 'vitest';
import { startBoss } from '../../src/jobs/postgres-boss.ts';
import { createLog } from '../../src/log.ts';
import { connectionTo } from '../../src/storage/postgres-pool.ts';
import { onPostgres } from '../support/on-postgres.ts';
import { openPostgresStore } from '../support/open-postgres-store.ts';
import { announceRoom, enqueue } from '../support/sample-jobs.ts';

const { freshDatabase } = onPostgres();
/** Longer than a process that lives takes for a sign of it. */
const SILENCE_MS = 20_000;

test('a process that starts: has what a dead one left behind waiting again at once, not at its first look', async () => {
  const url = await freshDatabase();
  const dead = await openPostgresStore(url);
  await enqueue(dead, announceRoom('r1'));
  await dead.engine.take(1);
  await dead.advance(SILENCE_MS);
  expect(await dead.jobs()).toMatchObject([{ lane: 'r1', state: 'running' }]);

  const boss = await startBoss({
    connection: connectionTo({ url }),
    runsJobs: true,
    log: createLog('silent'),
  });
  onTestFinished(() => boss.stop({ graceful: false }));

  expect(await dead.jobs()).toMatchObject([{ lane: 'r1', state: 'waiting' }]);
});
