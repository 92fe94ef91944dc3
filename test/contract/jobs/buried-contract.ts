import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OpenedStore, OpenStore } from '../../support/open-store.ts';
import { announceRoom, answerHelp, enqueue } from '../../support/sample-jobs.ts';
import { START } from '../../support/sample-rows.ts';

/** Buries what is waiting; returns the id under which an operator finds it. */
async function bury(store: OpenedStore, error: string): Promise<string> {
  const [job] = await store.engine.take(1);
  if (job === undefined) throw new Error('Nothing was taken');
  await store.engine.settle(job, { kind: 'buried', error });
  return (await store.engine.listBuried(100)).at(-1)?.jobId ?? '';
}

/** What an operator can do about jobs that could not be done. */
export function buriedContract(open: OpenStore): void {
  describe('buried jobs', () => {
    test('none: the list is empty', async () => {
      const store = await open();
      await enqueue(store, announceRoom('r1'));

      expect(await store.engine.listBuried(10)).toEqual([]);
    });

    test('listed: the oldest first, as many as asked for, with their errors', async () => {
      const store = await open();
      await enqueue(store, announceRoom('r1'));
      const first = await bury(store, 'bad_payload: no');
      await store.advance(1);
      await enqueue(store, answerHelp());
      await bury(store, 'slack_down: no');

      expect(await store.engine.listBuried(10)).toMatchObject([
        { jobId: first, name: 'announce-room', lane: 'r1', error: 'bad_payload: no', createdAt: START },
        { name: 'answer', lane: null, error: 'slack_down: no', createdAt: START + 1 },
      ]);
      expect(await store.engine.listBuried(1)).toMatchObject([{ jobId: first }]);
    });

    test('retried: is taken like a new one, and no longer listed', async () => {
      const store = await open();
      await enqueue(store, announceRoom('r1'));
      const jobId = await bury(store, 'no');

      expect(await store.engine.retryBuried(jobId)).toBe(true);

      expect(await store.engine.listBuried(10)).toEqual([]);
      expect(await store.engine.take(10)).toMatchObject([{ payload: { roomKey: 'r1' }, attempt: 1 }]);
    });

    test('retried while one waits in its lane: that one does the work of both', async () => {
      const store = await open();
      await enqueue(store, announceRoom('r1'));
      const jobId = await bury(store, 'no');
      await enqueue(store, announceRoom('r1'));

      expect(await store.engine.retryBuried(jobId)).toBe(true);

      expect(await store.jobs()).toMatchObject([{ lane: 'r1', state: 'waiting' }]);
    });

    test('dropped: is gone', async () => {
      const store = await open();
      await enqueue(store, announceRoom('r1'));
      const jobId = await bury(store, 'no');

      expect(await store.engine.dropBuried(jobId)).toBe(true);

      expect(await store.jobs()).toEqual([]);
    });

    test.each([
      ['an id that none of them has', randomUUID()],
      ['anything else', 'nonsense'],
    ])('asked for by %s: is not found', async (_what, jobId) => {
      const store = await open();
      await enqueue(store, announceRoom('r1'));

      expect(await store.engine.retryBuried(jobId)).toBe(false);
      expect(await store.engine.dropBuried(jobId)).toBe(false);
    });

    test('a job that runs: can be neither retried nor dropped', async () => {
      const store = await open();
      await enqueue(store, announceRoom('r1'));
      const [{ jobId } = { jobId: '' }] = await store.engine.take(1);

      expect(await store.engine.retryBuried(jobId)).toBe(false);
      expect(await store.engine.dropBuried(jobId)).toBe(false);

      expect(await store.jobs()).toMatchObject([{ state: 'running' }]);
    });
  });
}
