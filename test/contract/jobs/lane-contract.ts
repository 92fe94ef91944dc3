import { describe, expect, test } from 'vitest';
import { minutesUntilNext } from '../../support/minutes-until-next.ts';
import type { OpenStore } from '../../support/open-store.ts';
import { announceRoom, enqueue, sampleReply } from '../../support/sample-jobs.ts';
import { START } from '../../support/sample-rows.ts';

const HOUR_MS = 60 * 60_000;

/** One runs and one waits. */
export function laneContract(open: OpenStore): void {
  describe('a lane', () => {
    test.each([
      ['sooner', 2, 1],
      ['later', 1, 2],
    ])('asked for while one waits, for %s: still one, at the earlier time', async (_when, first, second) => {
      const store = await open();
      await enqueue(store, announceRoom('r1', START + first * HOUR_MS));

      await enqueue(store, announceRoom('r1', START + second * HOUR_MS));

      expect(await store.jobs()).toHaveLength(1);
      expect(await minutesUntilNext(store)).toBe(60);
    });

    test('asked for while one waits, for now: is taken now, once', async () => {
      const store = await open();
      await enqueue(store, announceRoom('r1', START + HOUR_MS));

      await enqueue(store, announceRoom('r1'));

      expect(await store.engine.take(10)).toHaveLength(1);
      expect(await store.engine.nextRunAt(START)).toBeNull();
    });

    test('asked for three times while it runs: exactly one more, after it', async () => {
      const store = await open();
      await enqueue(store, announceRoom('r1'));
      const [running] = await store.engine.take(10);
      if (running === undefined) throw new Error('Nothing was taken');

      for (let n = 0; n < 3; n++) await enqueue(store, announceRoom('r1'));
      expect(await store.engine.take(10)).toEqual([]);
      await store.engine.settle(running, { kind: 'done' });

      expect(await store.engine.take(10)).toMatchObject([{ lane: 'r1', attempt: 1 }]);
      expect(await store.engine.take(10)).toEqual([]);
    });

    test('that is busy: holds up no other lane, and no other kind of job', async () => {
      const store = await open();
      await enqueue(store, announceRoom('r1'));
      await store.engine.take(10);

      await enqueue(store, announceRoom('r1'), announceRoom('r2'), {
        name: 'create-room',
        lane: 'r1',
        payload: { roomKey: 'r1', reply: sampleReply },
      });

      const taken = await store.engine.take(10);
      expect(taken.map(({ name, lane }) => `${name} ${lane}`).toSorted()).toEqual([
        'announce-room r2',
        'create-room r1',
      ]);
    });
  });
}
