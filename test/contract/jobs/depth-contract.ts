import { describe, expect, test } from 'vitest';
import { CATALOG } from '../../../src/jobs/catalog.ts';
import type { JobDepth } from '../../../src/jobs/job-depth.ts';
import type { OpenedStore, OpenStore } from '../../support/open-store.ts';
import { announceRoom, answerHelp, enqueue } from '../../support/sample-jobs.ts';
import { START } from '../../support/sample-rows.ts';

const MINUTE_MS = 60_000;
const NONE = { due: 0, later: 0, failing: 0, running: 0, buried: 0, oldestDueMs: 0 };

async function depthOf({ engine }: OpenedStore, wanted: string): Promise<JobDepth> {
  const depth = (await engine.depths()).find(({ name }) => name === wanted);
  if (depth === undefined) throw new Error(`Nothing was told of ${wanted}`);
  return depth;
}

/** How many jobs there are, for whoever watches. */
export function depthContract(open: OpenStore): void {
  describe('how many jobs there are', () => {
    test('of an empty queue: none of each kind', async () => {
      const store = await open();

      const depths = await store.engine.depths();

      expect(depths.map(({ name }) => name).toSorted()).toEqual(Object.keys(CATALOG).toSorted());
      for (const { name: _, ...depth } of depths) expect(depth).toEqual(NONE);
    });

    test('buried, as a transaction counts them', async () => {
      const store = await open();
      const buried = () => store.storage.transaction(({ jobs }) => jobs.countBuried());
      await enqueue(store, announceRoom('a'), announceRoom('b'), announceRoom('c'));
      expect(await buried()).toBe(0);

      for (const job of await store.engine.take(2)) {
        await store.engine.settle(job, { kind: 'buried', error: 'no' });
      }

      expect(await buried()).toBe(2);
    });

    test('each in one place: due, for later, running, buried, or failed and for later', async () => {
      const store = await open();
      await enqueue(store, ...['a', 'b', 'c'].map((lane) => announceRoom(lane)), answerHelp());
      const room = (await store.engine.take(2)).find(({ name }) => name === 'announce-room');
      if (room === undefined) throw new Error('No room’s job was taken');
      await store.engine.settle(room, { kind: 'buried', error: 'no' });
      await enqueue(store, announceRoom('d', START + 10 * MINUTE_MS));
      const [other] = await store.engine.take(1);
      if (other === undefined) throw new Error('No other job was taken');
      await store.engine.settle(other, { kind: 'retry', at: START + MINUTE_MS, error: 'no' });

      expect(await depthOf(store, 'announce-room')).toMatchObject({
        due: 1,
        later: 1,
        failing: 1,
        running: 0,
        buried: 1,
      });
      expect(await depthOf(store, 'answer')).toMatchObject({ due: 0, later: 0, running: 1, buried: 0 });
    });

    test('with how long the oldest has been due, since then and not since it was asked for', async () => {
      const store = await open();
      await enqueue(
        store,
        announceRoom('a', START + 2 * MINUTE_MS),
        announceRoom('b', START + 4 * MINUTE_MS),
      );

      await store.advance(5 * MINUTE_MS);

      const { oldestDueMs } = await depthOf(store, 'announce-room');
      expect(Math.round(oldestDueMs / MINUTE_MS)).toBe(3);
    });
  });
}
