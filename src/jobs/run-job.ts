import type { Clock } from '../clock.ts';
import { type AppError, asAppError, UpstreamError, UpstreamRateLimitedError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { JobName, JobPayloads, JobResult } from '../usecases/job-payloads.ts';
import { CATALOG } from './catalog.ts';
import type { Outcome, TakenJob } from './engine.ts';

export interface JobHandler<N extends JobName> {
  run(payload: JobPayloads[N]): Promise<JobResult>;
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
}

/** Runs one job to an outcome. Never throws: whatever goes wrong becomes a retry or a burial, with one log line. */
export async function runJob<N extends JobName>(
  job: TakenJob & { readonly name: N },
  deps: RunJobDeps,
): Promise<Outcome> {
  const startedAt = deps.clock.now();
  const outcome = await attempt(job, deps);
  deps.log[outcome.kind === 'buried' ? 'error' : 'info'](
    {
      jobId: job.jobId,
      job: job.name,
      lane: job.lane,
      attempt: job.attempt,
      of: CATALOG[job.name].attempts,
      ms: deps.clock.now() - startedAt,
      outcome: outcome.kind,
      ...('error' in outcome ? { error: outcome.error } : {}),
    },
    `job ${outcome.kind}`,
  );
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
    const result = await handler.run(payload);
    return result === undefined ? { kind: 'done' } : { kind: 'again', at: result.again };
  } catch (thrown) {
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
  return backoff * (0.5 + Math.random() / 2);
}

/** A person who was told why needs no operator; without a last word, or when it fails too, the job is buried. */
async function lastWord(giveUp: () => Promise<void> | undefined, error: string): Promise<Outcome> {
  try {
    const told = giveUp();
    if (told === undefined) return { kind: 'buried', error };
    await told;
    return { kind: 'done' };
  } catch (thrown) {
    return { kind: 'buried', error: `${error}; then ${asAppError(thrown).code}` };
  }
}

function stackOf(error: AppError): string | undefined {
  return error.code === 'internal' && error.cause instanceof Error ? error.cause.stack : undefined;
}
