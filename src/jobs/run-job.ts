import type { Clock } from '../clock.ts';
import {
  type AppError,
  asAppError,
  PausedError,
  PersonGoneError,
  UpstreamError,
  UpstreamRateLimitedError,
} from '../errors.ts';
import type { Log } from '../log.ts';
import type { JobName, JobPayloads } from '../usecases/job-payloads.ts';
import { CATALOG } from './catalog.ts';
import type { Outcome, TakenJob } from './engine.ts';

export interface JobHandler<N extends JobName> {
  /** Throws PausedError when it is not its time yet. */
  run(payload: JobPayloads[N]): Promise<void>;
  /** The last word to whoever waits, once it will not be tried again. `ref` finds the log line. */
  giveUp?(payload: JobPayloads[N], error: AppError, ref: string): Promise<void>;
}

export type JobHandlers = { readonly [N in JobName]: JobHandler<N> };

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 10 * 60_000;

export interface RunJobDeps {
  readonly handlers: JobHandlers;
  readonly clock: Clock;
  readonly log: Log;
  readonly onRun?: (report: JobReport) => void;
}

/** One run of a job, for metrics. */
export interface JobReport {
  readonly name: string;
  readonly outcome: Outcome['kind'];
  readonly seconds: number;
}

/** Runs one job to an outcome. Never throws: whatever goes wrong becomes a retry or a burial, with one log line. */
export async function runJob<N extends JobName>(
  job: TakenJob & { readonly name: N },
  deps: RunJobDeps,
): Promise<Outcome> {
  if (!Object.hasOwn(CATALOG, job.name)) {
    // Left by a newer release; that one can run it again.
    deps.log.error({ jobId: job.jobId, job: job.name }, 'job of an unknown name');
    return { kind: 'buried', error: 'unknown_job: this release has no such job' };
  }
  const startedAt = performance.now();
  const outcome = await attempt(job, deps);
  const ms = performance.now() - startedAt;
  deps.log[outcome.kind === 'buried' ? 'error' : 'info'](
    {
      jobId: job.jobId,
      job: job.name,
      lane: job.lane,
      attempt: job.attempt,
      of: CATALOG[job.name].attempts,
      ms: Math.round(ms),
      outcome: outcome.kind,
      ...('error' in outcome ? { error: outcome.error } : {}),
    },
    `job ${outcome.kind}`,
  );
  deps.onRun?.({ name: job.name, outcome: outcome.kind, seconds: ms / 1_000 });
  return outcome;
}

async function attempt<N extends JobName>(
  job: TakenJob & { readonly name: N },
  { handlers, clock, log }: RunJobDeps,
): Promise<Outcome> {
  const handler: JobHandler<N> = handlers[job.name];
  const kind = CATALOG[job.name];
  const parsed = kind.payload.safeParse(job.payload);
  if (!parsed.success) return { kind: 'buried', error: `bad_payload: ${parsed.error.message}` };
  const payload = parsed.data as JobPayloads[N];
  try {
    await handler.run(payload);
    return { kind: 'done' };
  } catch (thrown) {
    if (thrown instanceof PausedError) return { kind: 'again', at: thrown.until };
    const error = asAppError(thrown);
    const ref = job.jobId.slice(0, 4);
    const description = `${error.code}: ${error.message}`;
    log.warn(
      { ref, job: job.name, code: error.code, details: error.details, err: stackOf(error) },
      'job failed',
    );
    if (mayRetry(error, job)) {
      return { kind: 'retry', at: clock.now() + pauseBefore(error, job.attempt), error: description };
    }
    // Nobody is left to do it for, and no operator can change that.
    if (error instanceof PersonGoneError && handler.giveUp === undefined) return { kind: 'done' };
    return lastWord(() => handler.giveUp?.(payload, error, ref), description);
  }
}

/** Somebody who waits for the meeting service hears at once; its client has already tried as often as is safe. */
function mayRetry(error: AppError, job: TakenJob): boolean {
  const { attempts, waiting } = CATALOG[job.name];
  if (!error.retryable || job.attempt >= attempts) return false;
  return !(waiting === 'person' && error instanceof UpstreamError && error.service === 'meetings');
}

function pauseBefore(error: AppError, attempt: number): number {
  if (error instanceof UpstreamRateLimitedError) return error.retryAfterSeconds * 1_000;
  const backoff = Math.min(FIRST_RETRY_MS * 2 ** (attempt - 1), LAST_RETRY_MS);
  return Math.round(backoff * (0.5 + Math.random() / 2));
}

/** A person who was told why needs no operator; without a last word, or when it fails too, the job is buried. */
async function lastWord(giveUp: () => Promise<void> | undefined, error: string): Promise<Outcome> {
  try {
    const told = giveUp();
    if (told === undefined) return { kind: 'buried', error };
    await told;
    return { kind: 'done' };
  } catch (thrown) {
    if (thrown instanceof PausedError) return { kind: 'again', at: thrown.until };
    return { kind: 'buried', error: `${error}; then ${asAppError(thrown).code}` };
  }
}

function stackOf(error: AppError): string | undefined {
  return error.code === 'internal' && error.cause instanceof Error ? error.cause.stack : undefined;
}
