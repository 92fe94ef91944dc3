import { expect, test } from 'vitest';
import { onPostgres } from '../support/on-postgres.ts';
import { openPostgresStore } from '../support/open-postgres-store.ts';
import { runProgram } from '../support/run-program.ts';
import { announceRoom, enqueue } from '../support/sample-jobs.ts';
import { validEnv } from '../support/valid-env.ts';

const { freshDatabase } = onPostgres();

test('jobs on Postgres: lists what is buried, and has it run again', async () => {
  const url = await freshDatabase();
  const store = await openPostgresStore(url);
  await enqueue(store, announceRoom('r1'));
  const [job] = await store.engine.take(1);
  if (job === undefined) throw new Error('Nothing was taken');
  await store.engine.settle(job, { kind: 'buried', error: 'bad_payload: no' });
  const [{ jobId } = { jobId: '' }] = await store.engine.listBuried(1);
  const jobs = (...args: string[]) =>
    runProgram(['src/main.ts', 'jobs', ...args], { env: { ...validEnv, DATABASE_URL: url } });

  const list = await jobs('list');
  expect(list).toMatchObject({ code: 0, stderr: '' });
  expect(list.stdout).toMatch(new RegExp(`^${jobId} +announce-room +r1 +\\S+ +bad_payload: no$`, 'm'));
  expect(await jobs('retry', jobId)).toMatchObject({ code: 0, stderr: '' });

  expect(await store.engine.take(10)).toMatchObject([{ payload: { roomKey: 'r1' }, attempt: 1 }]);
});
