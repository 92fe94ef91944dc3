import { expect, onTestFinished, test } from 'vitest';
import type { Engine, TakenJob } from '../../src/jobs/engine.ts';
import { startWorker } from '../../src/jobs/worker.ts';

test('a job that comes due between the look and the nap: is run, with nobody to wake the worker', async () => {
  const job: TakenJob = { jobId: '1', name: 'sweep', lane: 'sweep', payload: {}, attempt: 1, createdAt: 0 };
  let time = 99;
  const waiting: TakenJob[] = [job];
  const engine: Engine = {
    start: async () => undefined,
    stop: async () => undefined,
    settle: async () => undefined,
    take: async () => (time < 100 ? [] : waiting.splice(0)),
    nextRunAt: async () => {
      time = 100;
      return waiting.length === 0 ? null : 100;
    },
  };

  const ran = await new Promise<TakenJob>((resolve) => {
    void startWorker({
      engine,
      run: async (taken) => {
        resolve(taken);
        return { kind: 'done' };
      },
      clock: { now: () => time },
      concurrency: 1,
      onError: () => undefined,
    }).then((worker) => onTestFinished(() => worker.stop(0)));
  });

  expect(ran).toEqual(job);
});
