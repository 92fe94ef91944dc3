import { describe, expect, test } from 'vitest';
import type { TakenJob } from '../../../src/jobs/engine.ts';
import { minutesUntilNext } from '../../support/minutes-until-next.ts';
import type { OpenStore } from '../../support/open-store.ts';
import { announceRoom, answerHelp, enqueue } from '../../support/sample-jobs.ts';
import { START } from '../../support/sample-rows.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const lanesOf = (jobs: readonly TakenJob[]) => jobs.map(({ lane }) => lane);

/** What is waiting, in which order it is taken, and what a lane holds. */
export function queueContract(open: OpenStore): void {
  describe('a job', () => {
    test('enqueued: is taken once, as it was put in', async () => {
      const store = await open();
      await enqueue(store, announceRoom('r1'));

      expect(await store.engine.take(10)).toEqual([
        {
          jobId: expect.any(String),
          name: 'announce-room',
          lane: 'r1',
          payload: { roomKey: 'r1' },
          attempt: 1,
          createdAt: START,
        },
      ]);
      expect(await store.engine.take(10)).toEqual([]);
    });

    test('of a transaction that fails: is not there', async () => {
      const store = await open();

      const work = store.storage.transaction(async ({ jobs }) => {
        await jobs.enqueue(announceRoom('r1'));
        throw new Error('no');
      });

      await expect(work).rejects.toThrow('no');
      expect(await store.engine.take(10)).toEqual([]);
    });

    test('without a lane: every request is one of its own', async () => {
      const store = await open();
      await enqueue(store, answerHelp(), answerHelp());

      expect(await store.engine.take(10)).toHaveLength(2);
    });

    test('somebody waits for: goes first, then the oldest', async () => {
      const store = await open();
      await enqueue(store, announceRoom('first'));
      await store.advance(1);
      await enqueue(store, announceRoom('second'));
      await store.advance(1);
      await enqueue(store, answerHelp());

      const taken = [
        await store.engine.take(1),
        await store.engine.take(1),
        await store.engine.take(1),
      ].flat();

      expect(taken.map(({ name }) => name)).toEqual(['answer', 'announce-room', 'announce-room']);
      expect(lanesOf(taken)).toEqual([null, 'first', 'second']);
    });

    test('somebody waits for: is all that is taken for people', async () => {
      const store = await open();
      await enqueue(store, announceRoom('r1'), answerHelp());

      expect(await store.engine.take(10, 'person')).toMatchObject([{ name: 'answer' }]);
      expect(await store.engine.take(10, 'person')).toEqual([]);
      expect(await store.engine.take(10)).toMatchObject([{ name: 'announce-room' }]);
    });

    test('for later: is taken when its time has come', async () => {
      const store = await open();
      await enqueue(store, announceRoom('r1', START + HOUR_MS));
      expect(await minutesUntilNext(store)).toBe(60);

      await store.advance(HOUR_MS - MINUTE_MS);
      expect(await store.engine.take(10)).toEqual([]);
      await store.advance(MINUTE_MS);
      expect(await store.engine.take(10)).toHaveLength(1);
      expect(await store.engine.nextRunAt(START)).toBeNull();
    });

    test('taken with a limit: no more than that', async () => {
      const store = await open();
      await enqueue(store, ...['a', 'b', 'c'].map((key) => announceRoom(key)));

      expect(await store.engine.take(2)).toHaveLength(2);
      expect(await store.engine.take(2)).toHaveLength(1);
    });
  });
}
