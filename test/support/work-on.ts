import { onTestFinished } from 'vitest';
import type { Engine, Outcome, TakenJob } from '../../src/jobs/engine.ts';
import { startWorker } from '../../src/jobs/worker.ts';
import type { OpenedStore } from './open-store.ts';

export const DONE: Outcome = { kind: 'done' };

export interface WorkerChanges {
  readonly engine?: Partial<Engine>;
  readonly concurrency?: number;
  readonly forPeople?: number;
}

/** A worker on the store's queue, stopped when the test ends. `errors`: what the queue itself failed with. */
export async function workOn(
  store: OpenedStore,
  run: (job: TakenJob) => Promise<Outcome>,
  { engine = {}, concurrency = 8, forPeople = 0 }: WorkerChanges = {},
) {
  const errors: unknown[] = [];
  const worker = await startWorker({
    engine: { ...store.engine, ...engine },
    run,
    clock: store,
    concurrency,
    forPeople,
    onError: (error) => errors.push(error),
  });
  onTestFinished(() => worker.stop(0));
  return { ...worker, errors };
}

/** A job that runs until it is let go. */
export function heldJob() {
  const started = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  return {
    started: started.promise,
    release: release.resolve,
    async run(): Promise<Outcome> {
      started.resolve();
      await release.promise;
      return DONE;
    },
  };
}
