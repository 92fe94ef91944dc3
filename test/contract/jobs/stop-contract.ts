import { describe, expect, test } from 'vitest';
import type { OpenStore } from '../../support/open-store.ts';
import { announceRoom, enqueue } from '../../support/sample-jobs.ts';
import { DONE, heldJob, workOn } from '../../support/work-on.ts';

/** What a stop leaves behind. */
export function stopContract(open: OpenStore): void {
  describe('a worker that is stopped', () => {
    test('while a job runs: waits for it, and takes nothing more', async () => {
      const store = await open();
      const job = heldJob();
      const worker = await workOn(store, job.run, { concurrency: 1 });
      await enqueue(store, announceRoom('running'), announceRoom('waiting'));
      await job.started;

      const stopped = worker.stop(60_000);
      job.release();
      await stopped;

      expect(await store.jobs()).toMatchObject([{ lane: 'waiting', state: 'waiting' }]);
    });

    test('while a job hangs: gives it back, for the next start to run', async () => {
      const store = await open();
      const job = heldJob();
      const worker = await workOn(store, job.run);
      await enqueue(store, announceRoom('r1'));
      await job.started;

      await worker.stop(0);
      expect(await store.jobs()).toMatchObject([{ lane: 'r1', state: 'waiting' }]);

      const ran: number[] = [];
      const next = await workOn(store, async ({ attempt }) => {
        ran.push(attempt);
        return DONE;
      });
      await next.idle();
      expect(ran).toEqual([2]);
    });

    test('while it takes jobs: starts none of them, and they wait for the next start', async () => {
      const store = await open();
      const taken = Promise.withResolvers<void>();
      const handedOver = Promise.withResolvers<void>();
      const ran: (string | null)[] = [];
      await enqueue(store, announceRoom('r1'));
      const worker = await workOn(
        store,
        async ({ lane }) => {
          ran.push(lane);
          return DONE;
        },
        {
          engine: {
            async take(limit) {
              const jobs = await store.engine.take(limit);
              taken.resolve();
              await handedOver.promise;
              return jobs;
            },
          },
        },
      );
      await taken.promise;

      await worker.stop(0);
      handedOver.resolve();
      await new Promise(setImmediate);

      expect(ran).toEqual([]);
      expect(await store.jobs()).toMatchObject([{ lane: 'r1', state: 'waiting' }]);
    });
  });
}
