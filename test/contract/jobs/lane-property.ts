import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startWorker } from '../../../src/jobs/worker.ts';
import type { OpenStore } from '../../support/open-store.ts';
import { announceRoom } from '../../support/sample-jobs.ts';

const step = fc.record({
  lane: fc.constantFrom('r1', 'r2', 'r3'),
  /** Turns of the event loop before it is enqueued, and that its run takes. */
  pause: fc.nat(4),
  takes: fc.nat(6),
});

const turns = async (count: number) => {
  for (let n = 0; n < count; n++) await new Promise(setImmediate);
};

/** Whatever comes when: a lane never runs twice at once, and each request is followed by a run that sees it. */
export function laneProperty(open: OpenStore): void {
  test('lanes, with jobs enqueued at any moment: never two runs of one at once, and no request unseen', async () => {
    const steps = fc.array(step, { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 5 }), async (given, concurrency) => {
        const store = await open();
        const wanted: Record<string, number> = {};
        const seen: Record<string, number> = {};
        const running = new Set<string>();
        const overlaps: string[] = [];
        let runs = 0;
        const worker = await startWorker({
          engine: store.engine,
          clock: store,
          concurrency,
          onError: (error) => overlaps.push(String(error)),
          async run({ lane }) {
            const key = String(lane);
            if (running.has(key)) overlaps.push(key);
            running.add(key);
            seen[key] = wanted[key] ?? 0;
            await turns(given[runs++ % given.length]?.takes ?? 0);
            running.delete(key);
            return { kind: 'done' };
          },
        });

        for (const { lane, pause } of given) {
          await turns(pause);
          await store.storage.transaction(async ({ jobs }) => {
            await jobs.enqueue(announceRoom(lane));
            wanted[lane] = (wanted[lane] ?? 0) + 1;
          });
        }
        await worker.idle();

        expect(overlaps).toEqual([]);
        expect(seen).toEqual(wanted);
        expect(await store.jobs()).toEqual([]);
        await worker.stop(0);
      }),
      { numRuns: 20 },
    );
  });
}
