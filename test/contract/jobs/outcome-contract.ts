import { describe, expect, test } from 'vitest';
import type { Outcome, TakenJob } from '../../../src/jobs/engine.ts';
import type { OpenedStore, OpenStore } from '../../support/open-store.ts';
import { announceRoom, answerHelp, enqueue } from '../../support/sample-jobs.ts';
import { START } from '../../support/sample-rows.ts';

const MINUTE_MS = 60_000;

/** Enqueues one and takes it. */
async function takeOne(store: OpenedStore, request = announceRoom('r1')): Promise<TakenJob> {
  await enqueue(store, request);
  const [job] = await store.engine.take(1);
  if (job === undefined) throw new Error('Nothing was taken');
  return job;
}

/** What becomes of a job that was taken. */
export function outcomeContract(open: OpenStore): void {
  describe('a job that was taken', () => {
    test('done: is gone', async () => {
      const store = await open();

      await store.engine.settle(await takeOne(store), { kind: 'done' });

      expect(await store.jobs()).toEqual([]);
    });

    test.each<[string, Outcome, number]>([
      ['to be run again', { kind: 'again', at: START + MINUTE_MS }, 1],
      ['to be tried again', { kind: 'retry', at: START + MINUTE_MS, error: 'no' }, 2],
    ])('%s: waits until then; only a failure costs an attempt', async (_what, outcome, attempt) => {
      const store = await open();

      await store.engine.settle(await takeOne(store), outcome);

      expect(await store.engine.take(1)).toEqual([]);
      await store.advance(MINUTE_MS);
      expect(await store.engine.take(1)).toMatchObject([{ payload: { roomKey: 'r1' }, attempt }]);
    });

    test('buried: is kept with its error, and its lane is free', async () => {
      const store = await open();

      await store.engine.settle(await takeOne(store), { kind: 'buried', error: 'bad_payload: no' });

      expect(await store.jobs()).toEqual([{ lane: 'r1', state: 'buried', error: 'bad_payload: no' }]);
      expect(await store.engine.nextRunAt(store.now())).toBeNull();
      await enqueue(store, announceRoom('r1'));
      expect(await store.engine.take(10)).toHaveLength(1);
    });

    test.each<Outcome>([
      { kind: 'again', at: START + MINUTE_MS },
      { kind: 'retry', at: START + MINUTE_MS, error: 'no' },
    ])(
      'to come back ($kind) to a lane in which one waits: that one does the work of both',
      async (outcome) => {
        const store = await open();
        const job = await takeOne(store);
        await enqueue(store, announceRoom('r1'));

        await store.engine.settle(job, outcome);

        expect(await store.jobs()).toMatchObject([{ state: 'waiting' }]);
        expect(await store.engine.take(10)).toHaveLength(1);
      },
    );
  });

  describe('jobs that run when their process dies', () => {
    test('recovered: are taken again, as the next attempt', async () => {
      const store = await open();
      await enqueue(store, announceRoom('r1'), answerHelp());
      await store.engine.take(10);

      await store.die();

      const taken = await store.engine.take(10);
      expect(taken.map(({ name, attempt }) => `${name} ${attempt}`).toSorted()).toEqual([
        'announce-room 2',
        'answer 2',
      ]);
    });

    test('recovered with one waiting in their lane: never both at once', async () => {
      const store = await open();
      await takeOne(store);
      await enqueue(store, announceRoom('r1'));

      await store.die();

      expect(await store.engine.take(10)).toHaveLength(1);
      expect(await store.engine.take(10)).toEqual([]);
    });

    test('given back at a stop: wait, and what waited and was buried stays so', async () => {
      const store = await open();
      await store.engine.settle(await takeOne(store), { kind: 'buried', error: 'no' });
      await takeOne(store, announceRoom('r2'));
      await enqueue(store, announceRoom('r3', START + MINUTE_MS));

      await store.engine.stop();

      expect(await store.jobs()).toMatchObject([
        { lane: 'r1', state: 'buried' },
        { lane: 'r2', state: 'waiting' },
        { lane: 'r3', state: 'waiting' },
      ]);
    });

    test('taken at the moment of a stop: wait again', async () => {
      const store = await open();
      await enqueue(store, announceRoom('r1'));

      await Promise.all([store.engine.take(1), store.engine.stop()]);

      expect(await store.jobs()).toMatchObject([{ lane: 'r1', state: 'waiting' }]);
    });
  });
}
