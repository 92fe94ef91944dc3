import { describe, expect, test, vi } from 'vitest';
import { NotFoundError, UsageError } from '../../src/errors.ts';
import { jobsCommand } from '../../src/jobs/jobs-command.ts';
import { openSqliteStore } from '../support/open-sqlite-store.ts';
import { realProgram } from '../support/real-program.ts';
import { runProgram } from '../support/run-program.ts';
import { announceRoom, answerHelp, enqueue } from '../support/sample-jobs.ts';

/** A queue in which every job there was is buried. */
async function buried(error: string, ...requests: Parameters<typeof enqueue>[1][]) {
  const store = await openSqliteStore();
  await enqueue(store, ...requests);
  const taken = await store.engine.take(1_000);
  for (const job of taken) await store.engine.settle(job, { kind: 'buried', error });
  return { queue: store.engine, ids: taken.map(({ jobId }) => jobId) };
}

describe('jobs', () => {
  test('list: a line for each buried job, in columns', async () => {
    const { queue, ids } = await buried('bad_payload: no\nluck', answerHelp(), announceRoom('r1'));

    const lines = (await jobsCommand(queue, ['list'])).trimEnd().split('\n');

    const [head, ...rows] = lines.map((line) => line.split(/ {2,}/));
    expect(head).toEqual(['ID', 'JOB', 'LANE', 'ASKED FOR', 'ERROR']);
    expect(rows.toSorted()).toEqual(
      [
        [ids[0], 'answer', '-', '2026-11-20T09:30:00Z', 'bad_payload: no luck'],
        [ids[1], 'announce-room', 'r1', '2026-11-20T09:30:00Z', 'bad_payload: no luck'],
      ].toSorted(),
    );
    const column = lines[0]?.indexOf('ERROR');
    expect(lines.slice(1).map((line) => line.indexOf('bad_payload'))).toEqual([column, column]);
  });

  test('list with none buried: says so', async () => {
    const { queue } = await buried('');

    expect(await jobsCommand(queue, ['list'])).toBe('No job is buried.\n');
  });

  test('list with more than 100: the oldest hundred, and that there are more', async () => {
    const { queue } = await buried('no', ...Array.from({ length: 101 }, (_, n) => announceRoom(`r${n}`)));

    const lines = (await jobsCommand(queue, ['list'])).trimEnd().split('\n');

    expect(lines).toHaveLength(1 + 100 + 1);
    expect(lines.at(-1)).toBe('The oldest 100; there are more.');
  });

  test.each([[[]], [['list', 'all']], [['retry']], [['drop', 'one', 'two']], [['bury', 'one']]])(
    '%j: is not understood',
    async (args) => {
      const { queue } = await buried('');

      await expect(jobsCommand(queue, args)).rejects.toThrow(UsageError);
    },
  );

  test.each(['retry', 'drop'])('%s of an id nobody knows: is not found', async (action) => {
    const { queue } = await buried('');

    await expect(jobsCommand(queue, [action, 'nobody'])).rejects.toThrow(NotFoundError);
  });
});

test('jobs beside a running app: lists them, has one run again, drops one; its exit codes tell what went wrong', async () => {
  const app = await realProgram();
  await app.start();
  for (const jobId of ['one', 'two']) {
    app.sql(`insert into jobs
      (job_id, name, lane, payload, state, priority, run_at, attempts, last_error, created_at)
      values ('${jobId}', 'announce-room', '${jobId}', '{"roomKey": "r1"}', 'buried', 0, 0, 15, 'no', 0)`);
  }
  const jobs = (...args: string[]) => runProgram(['src/main.ts', 'jobs', ...args], { env: app.env });

  const list = await jobs('list');
  const [retried, dropped, unknown, misused] = await Promise.all([
    jobs('retry', 'one'),
    jobs('drop', 'two'),
    jobs('drop', 'nobody'),
    jobs('bury', 'one'),
  ]);

  expect(list).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^ID .*\none .*\ntwo .*\n$/),
    stderr: '',
  });
  expect(retried).toEqual({ code: 0, stdout: 'one waits for its turn again.\n', stderr: '' });
  expect(dropped).toEqual({ code: 0, stdout: 'two is dropped.\n', stderr: '' });
  expect(unknown).toEqual({ code: 1, stdout: '', stderr: 'No job nobody is buried.\n' });
  expect(misused).toMatchObject({ code: 64, stdout: '' });
  expect(misused.stderr).toContain('jobs list | jobs retry <id> | jobs drop <id>');
  await vi.waitUntil(() => app.log.some(({ jobId, attempt }) => jobId === 'one' && attempt === 1), {
    timeout: 10_000,
  });
  expect(app.sql("select * from jobs where state = 'buried'")).toEqual([]);
});

test('jobs of a file that is not there: ends with 78, and leaves none behind', async () => {
  const app = await realProgram();

  const { code, stderr } = await runProgram(['src/main.ts', 'jobs', 'list'], { env: app.env });

  expect(code).toBe(78);
  expect(stderr).toContain(`DATABASE_URL names ${app.file}, which is not there.`);
});
