import { expect, test } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { sweep } from '../../../src/usecases/sweep.ts';
import type { OpenStore } from '../../support/open-store.ts';

const OLD_ROWS = 20_000;
const FILL = `with recursive n(i) as (values (1) union all select i + 1 from n where i < ${OLD_ROWS})
  insert into inbox (key, kind, accepted_at) select 'slack:' || i, 'callback', 1 from n`;
const LEFT = "select key from inbox where kind = 'callback'";

const meetings = {
  storage: { place: '', encryption: '', according: '', keptDays: 30 },
  sessionEndsAfterMs: 600_000,
};
const providers = { providers: ['only'], meetingsOf: () => meetings };

/** Housekeeping keeps up with whatever came in a minute. */
export function sweepContract(open: OpenStore): void {
  test(`${OLD_ROWS} old rows: one sweep removes them all, and others come in between`, async () => {
    const store = await open();
    await store.change(FILL);
    await store.storage.transaction(({ inbox }) => inbox.accept('slack:new', 'new', store.now()));
    let swept = false;
    const seen: number[] = [];

    const deps = { storage: store.storage, clock: store, log: createLog('silent'), ...providers };
    const sweeping = sweep(deps).finally(() => {
      swept = true;
    });
    for (let n = 0; !swept; n++) {
      await store.storage.transaction(({ inbox }) => inbox.accept(`slack:mine:${n}`, 'new', store.now()));
      seen.push((await store.sql(LEFT)).length);
    }
    await sweeping;

    expect(await store.sql(LEFT)).toEqual([]);
    expect(await store.sql("select key from inbox where key = 'slack:new'")).toHaveLength(1);
    expect(seen.filter((left) => left > 0 && left < OLD_ROWS).length).toBeGreaterThan(10);
    await store.change('delete from inbox');
  });
}
