import { setTimeout as delay } from 'node:timers/promises';
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
  /** Never rejects: a job that fails has an outcome too. */
  readonly run: (job: TakenJob) => Promise<Outcome>;
  readonly clock: Clock;
  /** Jobs at the same time. They mostly wait for others' answers. */
  readonly concurrency: number;
  /** Of them, places kept free for jobs a person waits for. Default: 0. */
  readonly forPeople?: number;
  /** The queue itself failed: nothing a job could do about it. */
  readonly onError: (error: unknown) => void;
  /** The longest time between two looks, for jobs nobody woke us for. Default: 1 s. */
  readonly lookEveryMs?: number;
}

/** After trouble with the database itself: how long until the next try. */
const TROUBLE_MS = 1_000;

/** Runs due jobs as they come, and sleeps until the next is due. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { engine, run, clock, concurrency, forPeople = 0, onError, lookEveryMs = 1_000 } = options;
  const running = new Set<Promise<void>>();
  let looking = false;
  let lookAgain = false;
  let lookedAt = 0;
  let foundNone = false;
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
    lookedAt = clock.now();
    foundNone = false;
    const free = concurrency - running.size;
    if (stopped || free <= 0) return;
    const jobs = await takeUpTo(free);
    foundNone = jobs.length === 0;
    // A stop in the meantime gives back what was taken.
    if (stopped) return;
    for (const job of jobs) {
      const done = finish(job).finally(() => {
        running.delete(done);
        wake();
      });
      running.add(done);
    }
  }

  async function takeUpTo(free: number): Promise<readonly TakenJob[]> {
    const forAnybody = Math.max(free - forPeople, 0);
    const jobs = forAnybody > 0 ? await engine.take(forAnybody) : [];
    if (jobs.length < forAnybody || jobs.length === free) return jobs;
    return [...jobs, ...(await engine.take(free - jobs.length, 'person'))];
  }

  async function finish(job: TakenJob): Promise<void> {
    const outcome = await run(job);
    for (;;) {
      try {
        return await engine.settle(job, outcome);
      } catch (error) {
        onError(error);
        // Left as running, it would hold its lane until the next start.
        if (stopped) return;
        await delay(TROUBLE_MS);
      }
    }
  }

  async function sleepUntilNext(): Promise<void> {
    if (stopped) return;
    // What was due and not taken waits for a lane or a place: it needs no time, whoever leaves that wakes us.
    const next = (await engine.nextRunAt(lookedAt)) ?? Number.POSITIVE_INFINITY;
    const dueIn = next - clock.now();
    napFor(Math.min(Math.max(dueIn, 0), lookEveryMs));
    if (foundNone && !lookAgain && running.size === 0 && dueIn > 0) {
      for (const resolve of onQuiet) resolve();
      onQuiet = [];
    }
  }

  function napFor(ms: number): void {
    clearTimeout(nap);
    if (!stopped) nap = setTimeout(wake, ms);
  }

  function wake(): void {
    if (!stopped) void look();
  }

  await engine.start(wake);
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
      await engine.stop();
    },
  };
}
