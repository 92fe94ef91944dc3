import type { Clock } from '../clock.ts';
import type { Engine, Outcome, TakenJob } from './engine.ts';

export interface Worker {
  /** There may be new work: look now. */
  wake(): void;
  /** Resolves once nothing runs and nothing is due. */
  idle(): Promise<void>;
  /** Takes nothing more, waits for what runs, at most `drainMs`; gives the rest back. */
  stop(drainMs: number): Promise<void>;
}

export interface WorkerOptions {
  readonly engine: Engine;
  readonly run: (job: TakenJob) => Promise<Outcome>;
  readonly clock: Clock;
  /** Jobs at the same time. They mostly wait for others' answers. */
  readonly concurrency: number;
  /** The queue itself failed: nothing a job could do about it. */
  readonly onError: (error: unknown) => void;
}

/** After trouble with the database itself: how long until the next look. */
const TROUBLE_MS = 1_000;
/** A look this long ahead is made in steps, since timers hold at most 24.8 days. */
const LONGEST_NAP_MS = 60_000;

/** Runs due jobs as they come, and sleeps until the next is due. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { engine, run, clock, concurrency, onError } = options;
  const running = new Set<Promise<void>>();
  let looking = false;
  let lookAgain = false;
  let stopped = false;
  let nap: NodeJS.Timeout | undefined;
  let onQuiet: (() => void)[] = [];

  async function look(): Promise<void> {
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = true;
    try {
      do {
        lookAgain = false;
        await takeDue();
      } while (lookAgain);
      await sleepUntilNext();
    } catch (error) {
      onError(error);
      napFor(TROUBLE_MS);
    } finally {
      looking = false;
    }
    if (lookAgain) wake();
  }

  async function takeDue(): Promise<void> {
    const free = concurrency - running.size;
    if (stopped || free <= 0) return;
    for (const job of await engine.take(free)) {
      const done = finish(job).finally(() => {
        running.delete(done);
        wake();
      });
      running.add(done);
    }
  }

  async function finish(job: TakenJob): Promise<void> {
    try {
      await engine.settle(job, await run(job));
    } catch (error) {
      onError(error);
    }
  }

  async function sleepUntilNext(): Promise<void> {
    const next = await engine.nextRunAt();
    const dueIn = next === null ? Number.POSITIVE_INFINITY : next - clock.now();
    // What is due but not taken waits for its lane; the job that holds it will wake us.
    if (dueIn > 0 && Number.isFinite(dueIn)) napFor(dueIn);
    if (running.size === 0 && (dueIn > 0 || stopped)) {
      for (const resolve of onQuiet) resolve();
      onQuiet = [];
    }
  }

  function napFor(ms: number): void {
    clearTimeout(nap);
    if (!stopped) nap = setTimeout(wake, Math.min(ms, LONGEST_NAP_MS));
  }

  function wake(): void {
    if (!stopped) void look();
  }

  await engine.recover();
  wake();
  return {
    wake,
    idle: () =>
      new Promise<void>((resolve) => {
        onQuiet.push(resolve);
        wake();
      }),
    async stop(drainMs) {
      stopped = true;
      clearTimeout(nap);
      const deadline = new Promise<void>((resolve) => setTimeout(resolve, drainMs).unref());
      await Promise.race([Promise.all(running), deadline]);
      await engine.giveBack();
    },
  };
}
