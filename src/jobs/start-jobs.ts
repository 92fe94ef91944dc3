import type { Deps } from '../usecases/deps.ts';
import { jobHandlers } from './handlers.ts';
import type { JobQueue } from './job-queue.ts';
import { type RunJobDeps, runJob } from './run-job.ts';
import { startWorker, type Worker } from './worker.ts';

/** Jobs at the same time. They mostly wait for Slack and the meeting service. */
const CONCURRENCY = 32;
/** Of these, kept for whoever clicks while a slow workspace or a busy channel holds the others. */
const FOR_PEOPLE = 8;

/** Runs jobs in this process from now on, housekeeping included. */
export async function startJobs(
  queue: JobQueue,
  deps: Deps,
  onRun: NonNullable<RunJobDeps['onRun']>,
): Promise<Worker> {
  const { storage, clock, log } = deps;
  const handlers = jobHandlers(deps);
  const worker = await startWorker({
    engine: queue,
    run: (job) => runJob(job, { handlers, clock, log, onRun }),
    clock,
    concurrency: CONCURRENCY,
    forPeople: FOR_PEOPLE,
    onError: (error) => log.error({ err: error }, 'the queue failed'),
  });
  await storage.transaction((tables) => tables.jobs.enqueue({ name: 'sweep', lane: 'sweep', payload: {} }));
  return worker;
}
