import { describe, expect, test } from 'vitest';
import type { OpenStore } from '../../support/open-store.ts';
import { announceRoom, enqueue } from '../../support/sample-jobs.ts';
import { START } from '../../support/sample-rows.ts';
import { DONE, heldJob, workOn } from '../../support/work-on.ts';

/** A worker's turn of things: waking, sleeping, going on after trouble. */
export function workerContract(open: OpenStore): void {
  describe('a worker', () => {
    test('at the start: runs what waits, and what a dead process left running', async () => {
      const store = await open();
      await enqueue(store, announceRoom('left running'));
      await store.engine.take(1);
      await store.die();
      await enqueue(store, announceRoom('waiting'));
      const ran: (string | null)[] = [];

      const worker = await workOn(store, async ({ lane }) => {
        ran.push(lane);
        return DONE;
      });
      await worker.idle();

      expect(ran.toSorted()).toEqual(['left running', 'waiting']);
      expect(await store.jobs()).toEqual([]);
    });

    test('asleep when a job is committed: wakes and runs it', async () => {
      const store = await open();
      const job = heldJob();
      const worker = await workOn(store, job.run);
      await worker.idle();

      await enqueue(store, announceRoom('r1'));

      await job.started;
      job.release();
    });

    test('a job for later: runs once the clock is there', async () => {
      const store = await open();
      const ran: number[] = [];
      const worker = await workOn(store, async () => {
        ran.push(store.now());
        return DONE;
      });
      await enqueue(store, announceRoom('r1', START + 60_000));
      await worker.idle();
      expect(ran).toEqual([]);

      await store.advance(60_000);
      await worker.idle();

      expect(ran).toEqual([START + 60_000]);
    });

    test('more jobs than it may run at once: runs the rest as places get free', async () => {
      const store = await open();
      await enqueue(store, ...['a', 'b', 'c', 'd', 'e'].map((key) => announceRoom(key)));
      let running = 0;
      let most = 0;
      const worker = await workOn(
        store,
        async () => {
          most = Math.max(most, ++running);
          await Promise.resolve();
          running--;
          return DONE;
        },
        { concurrency: 2 },
      );

      await worker.idle();

      expect(most).toBe(2);
      expect(await store.jobs()).toEqual([]);
    });
  });

  describe('a worker whose database fails once', () => {
    test('at taking: looks again', async () => {
      const store = await open();
      await enqueue(store, announceRoom('r1'));
      const job = heldJob();
      let takes = 0;
      const { errors } = await workOn(store, job.run, {
        engine: {
          async take(limit) {
            if (takes++ === 0) throw new Error('disk full');
            return store.engine.take(limit);
          },
        },
      });

      await job.started;
      job.release();

      expect(errors).toEqual([new Error('disk full')]);
    });

    test('at settling: settles it again, so that its lane is not blocked', async () => {
      const store = await open();
      await enqueue(store, announceRoom('r1'));
      const settled = Promise.withResolvers<void>();
      let settles = 0;
      const { errors } = await workOn(store, async () => DONE, {
        engine: {
          async settle(job, outcome) {
            if (settles++ === 0) throw new Error('disk full');
            await store.engine.settle(job, outcome);
            settled.resolve();
          },
        },
      });

      await settled.promise;

      expect(errors).toEqual([new Error('disk full')]);
      expect(await store.jobs()).toEqual([]);
    });
  });
}
