import { CompiledQuery, type Kysely, type Transaction } from 'kysely';

/** Runs `work` in a transaction: resolves once it is on the disk, rejects when nothing of it stays. */
export type InTransaction<Tables> = <T>(work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>;

interface Unit<Tables> {
  run(tx: Transaction<Tables>): Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** So many do not wait for more: the first of them has waited long enough. */
const FULL = 128;

/**
 * Units of work that arrive together share one commit, hence one sync to disk; each still rolls back alone, and each
 * is reported done only after that commit. One that fails makes the others of its group run again: they change nothing
 * but the tables. Every await inside a unit is a microtask, since SQLite answers synchronously:
 * a network call in there would hold everybody's transaction.
 */
export function groupCommit<Tables>(db: Kysely<Tables>): InTransaction<Tables> {
  let batch: Unit<Tables>[] = [];
  let gathered = 0;
  let busy = false;

  /** A sync takes as long as dozens of requests: as long as each turn of the event loop brings some, they come along. */
  function gather(): void {
    if (batch.length === gathered || batch.length >= FULL) {
      void flush();
      return;
    }
    gathered = batch.length;
    setImmediate(gather);
  }

  async function flush(): Promise<void> {
    const units = batch;
    batch = [];
    gathered = 0;
    busy = true;
    try {
      for (const settle of await carryOut(db, units)) settle();
    } catch (error) {
      for (const unit of units) unit.reject(error);
    }
    busy = false;
    if (batch.length > 0) setImmediate(gather);
  }

  return (run) =>
    new Promise((resolve, reject) => {
      batch.push({ run, resolve: resolve as (value: unknown) => void, reject });
      if (batch.length === 1 && !busy) setImmediate(gather);
    });
}

type Settle = () => void;

/** Returns how to settle them once the commit is through. */
async function carryOut<Tables>(
  db: Kysely<Tables>,
  units: readonly Unit<Tables>[],
): Promise<readonly Settle[]> {
  try {
    return await db.transaction().execute((tx) => runTogether(units, tx));
  } catch (error) {
    if (units.length === 1) throw error;
    return db.transaction().execute((tx) => runEach(units, tx));
  }
}

/** As if they were one. A savepoint each would cost half as much again: a copy of every page that a unit changes. */
async function runTogether<Tables>(
  units: readonly Unit<Tables>[],
  tx: Transaction<Tables>,
): Promise<Settle[]> {
  const settled: Settle[] = [];
  for (const unit of units) {
    const value = await unit.run(tx);
    settled.push(() => unit.resolve(value));
  }
  return settled;
}

const SAVEPOINT = CompiledQuery.raw('savepoint unit');
const ROLLBACK = CompiledQuery.raw('rollback to unit');
const RELEASE = CompiledQuery.raw('release unit');

/** Each under its own savepoint, so that only what failed is undone. */
async function runEach<Tables>(units: readonly Unit<Tables>[], tx: Transaction<Tables>): Promise<Settle[]> {
  const settled: Settle[] = [];
  for (const unit of units) {
    await tx.executeQuery(SAVEPOINT);
    try {
      const value = await unit.run(tx);
      settled.push(() => unit.resolve(value));
    } catch (error) {
      await tx.executeQuery(ROLLBACK);
      settled.push(() => unit.reject(error));
    }
    await tx.executeQuery(RELEASE);
  }
  return settled;
}
