import { describe, expect, test, vi } from 'vitest';
import type { OpenStore } from '../../support/open-store.ts';
import { announceRoom, answerHelp, enqueue } from '../../support/sample-jobs.ts';
import { DONE, workOn } from '../../support/work-on.ts';

/** Who gets a place, when there are more jobs than places. */
export function placesContract(open: OpenStore): void {
  describe('a worker with places for people', () => {
    test('all others taken by jobs that hang: runs what a person waits for', async () => {
      const store = await open();
      const { promise: answered, resolve } = Promise.withResolvers<void>();
      const hanging: (string | null)[] = [];
      await workOn(
        store,
        ({ name, lane }) => {
          if (name === 'answer') resolve();
          else hanging.push(lane);
          return new Promise(() => {});
        },
        { concurrency: 3, forPeople: 1 },
      );
      await enqueue(store, ...['a', 'b', 'c'].map((key) => announceRoom(key)));
      await vi.waitUntil(() => hanging.length === 2);

      await enqueue(store, answerHelp());

      await answered;
      expect(hanging).toHaveLength(2);
    });

    test('none of them needed: leaves them free', async () => {
      const store = await open();
      let most = 0;
      let running = 0;
      await enqueue(store, ...['a', 'b', 'c', 'd', 'e'].map((key) => announceRoom(key)));
      const worker = await workOn(
        store,
        async () => {
          most = Math.max(most, ++running);
          await Promise.resolve();
          running--;
          return DONE;
        },
        { concurrency: 3, forPeople: 1 },
      );

      await worker.idle();

      expect(most).toBe(2);
      expect(await store.jobs()).toEqual([]);
    });
  });
}
