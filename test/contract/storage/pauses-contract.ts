import { describe, expect, test } from 'vitest';
import type { Tables } from '../../../src/usecases/ports/storage.ts';
import type { OpenStorage } from '../../support/open-store.ts';
import { START } from '../../support/sample-rows.ts';

const CHANNEL = 'channel:C1';
const METHOD = 'T1:chat.postMessage';

/** Each `run(work)` is a transaction of its own. */
async function openTables(open: OpenStorage) {
  const { storage } = await open();
  return <T>(work: (tables: Tables) => Promise<T>) => storage.transaction(work);
}

export function pausesContract(open: OpenStorage): void {
  describe('a pause', () => {
    test('locked: lasts as long as it was held, in the order asked for; 0 where there is none', async () => {
      const run = await openTables(open);
      await run(({ pauses }) => pauses.hold(METHOD, START));

      expect(await run(({ pauses }) => pauses.lock([CHANNEL, METHOD]))).toEqual([0, START]);
      expect(await run(({ pauses }) => pauses.lock([METHOD, CHANNEL]))).toEqual([START, 0]);
    });

    test('held once more: lasts until the later of the two', async () => {
      const run = await openTables(open);
      await run(({ pauses }) => pauses.hold(CHANNEL, START + 30_000));

      await run(({ pauses }) => pauses.hold(CHANNEL, START + 5_000));
      expect(await run(({ pauses }) => pauses.lock([CHANNEL]))).toEqual([START + 30_000]);

      await run(({ pauses }) => pauses.hold(CHANNEL, START + 60_000));
      expect(await run(({ pauses }) => pauses.lock([CHANNEL]))).toEqual([START + 60_000]);
    });

    test('forgotten: there is none; the others stay', async () => {
      const run = await openTables(open);
      await run(({ pauses }) => pauses.hold(CHANNEL, START));
      await run(({ pauses }) => pauses.hold(METHOD, START));

      await run(({ pauses }) => pauses.forget([CHANNEL, 'unknown']));

      expect(await run(({ pauses }) => pauses.lock([CHANNEL, METHOD]))).toEqual([0, START]);
    });

    test.each([
      ['never heard of', 0],
      ['on already', START],
    ])('%s, locked and moved on by twenty at once: they go one after the other', async (_what, before) => {
      const run = await openTables(open);
      if (before > 0) await run(({ pauses }) => pauses.hold(CHANNEL, before));

      const found = await Promise.all(
        Array.from({ length: 20 }, () =>
          run(async ({ pauses }) => {
            const [until = 0] = await pauses.lock([CHANNEL]);
            await pauses.hold(CHANNEL, until + 1_000);
            return until;
          }),
        ),
      );

      const inTurn = Array.from({ length: 20 }, (_, turn) => before + turn * 1_000);
      expect(found.toSorted((a, b) => a - b)).toEqual(inTurn);
    });
  });
}
