import { describe, expect, test } from 'vitest';
import {
  NotFoundError,
  PausedError,
  PersonGoneError,
  UpstreamRateLimitedError,
  UpstreamRejectedError,
  UpstreamUnavailableError,
} from '../../src/errors.ts';
import { CATALOG } from '../../src/jobs/catalog.ts';
import type { TakenJob } from '../../src/jobs/engine.ts';
import { type JobHandler, type JobHandlers, runJob } from '../../src/jobs/run-job.ts';
import { createLog } from '../../src/log.ts';
import type { JobName } from '../../src/usecases/job-payloads.ts';
import { sampleReply } from '../support/sample-jobs.ts';

const DAY_MS = 24 * 60 * 60_000;
const NOW = Date.UTC(2026, 10, 20, 9, 30);
const slackDown = new UpstreamUnavailableError('slack', 'slack_unreachable', 'no answer', { reached: 'no' });
const meetingsDown = new UpstreamUnavailableError('meetings', 'meetings_unreachable', 'no answer', {
  reached: 'no',
});
const refused = new UpstreamRejectedError('slack', 'slack_invalid_blocks', 'no');
const fails = (error: unknown) => async () => {
  throw error;
};

function taken(name: JobName, changes: Partial<TakenJob> = {}): TakenJob {
  const payload =
    name === 'announce-recording' ? { recordingId: 'rec-1' } : { roomKey: 'r1', reply: sampleReply };
  return { jobId: '7f3a-job', name, lane: null, payload, attempt: 1, createdAt: NOW, ...changes };
}

/** Runs one job with that handler. `log`: its lines, parsed. */
async function run<N extends JobName>(job: TakenJob, handler: JobHandler<N>) {
  const log: Record<string, unknown>[] = [];
  const handlers = { [job.name]: handler } as unknown as JobHandlers;
  const outcome = await runJob(job, {
    handlers,
    clock: { now: () => NOW },
    log: createLog('info', { write: (line) => void log.push(JSON.parse(line)) }),
  });
  return { outcome, log };
}

describe('a job that works', () => {
  test('is done, with one line that says which and how often', async () => {
    const job = taken('announce-recording', { lane: 'rec-1', attempt: 2 });

    const { outcome, log } = await run<'announce-recording'>(job, { run: async () => undefined });

    expect(outcome).toEqual({ kind: 'done' });
    expect(log).toMatchObject([
      {
        level: 'info',
        job: 'announce-recording',
        lane: 'rec-1',
        attempt: 2,
        of: CATALOG['announce-recording'].attempts,
        outcome: 'done',
        ms: expect.any(Number),
      },
    ]);
  });

  test('gets its payload as the catalog reads it', async () => {
    const seen: unknown[] = [];
    const payload = { recordingId: 'rec-1', fromANewerRelease: true };

    await run<'announce-recording'>(taken('announce-recording', { payload }), {
      run: async (given) => void seen.push(given),
    });

    expect(seen).toEqual([{ recordingId: 'rec-1' }]);
  });

  test('and says it is not its time: comes back then, which is no failure', async () => {
    const { outcome, log } = await run<'announce-recording'>(taken('announce-recording'), {
      run: fails(new PausedError('slack', NOW + 500)),
    });

    expect(outcome).toEqual({ kind: 'again', at: NOW + 500 });
    expect(log).toMatchObject([{ level: 'info', outcome: 'again' }]);
  });
});

describe('a job that nobody waits for', () => {
  const job = (attempt: number) => taken('announce-recording', { attempt });

  test.each([
    [1, 500, 1_000],
    [2, 1_000, 2_000],
    [5, 8_000, 16_000],
    [14, 300_000, 600_000],
  ])('failing for the time being, attempt %i: is tried again in %i to %i ms', async (attempt, from, to) => {
    const { outcome } = await run<'announce-recording'>(job(attempt), { run: fails(slackDown) });

    if (outcome.kind !== 'retry') throw new Error(`It was ${outcome.kind}`);
    expect(outcome.error).toBe('slack_unreachable: no answer');
    expect(outcome.at - NOW).toBeGreaterThanOrEqual(from);
    expect(outcome.at - NOW).toBeLessThanOrEqual(to);
  });

  test.each(['announce-recording', 'announce-room'] as const)(
    '%s, while Slack is away: is tried for three days before it is buried',
    async (name) => {
      let waitedMs = 0;
      for (let attempt = 1; ; attempt++) {
        const { outcome } = await run<typeof name>(taken(name, { attempt }), { run: fails(slackDown) });
        if (outcome.kind === 'buried') break;
        if (outcome.kind !== 'retry') throw new Error(`It was ${outcome.kind}`);
        waitedMs += outcome.at - NOW;
      }

      expect(waitedMs / DAY_MS).toBeGreaterThan(3);
      expect(waitedMs / DAY_MS).toBeLessThan(4);
    },
  );

  test('asked for a pause: is tried again exactly then', async () => {
    const pause = new UpstreamRateLimitedError('slack', 'too fast', { retryAfterSeconds: 42 });

    const { outcome } = await run<'announce-recording'>(job(3), { run: fails(pause) });

    expect(outcome).toMatchObject({ kind: 'retry', at: NOW + 42_000 });
  });

  test('failing at its last attempt, or for good: is buried, and an operator is told', async () => {
    for (const [attempt, error] of [
      [CATALOG['announce-recording'].attempts, slackDown],
      [1, refused],
    ] as const) {
      const { outcome, log } = await run<'announce-recording'>(job(attempt), { run: fails(error) });

      expect(outcome).toEqual({ kind: 'buried', error: `${error.code}: ${error.message}` });
      expect(log.at(-1)).toMatchObject({ level: 'error', outcome: 'buried', error: expect.any(String) });
    }
  });

  test('failing because whoever it is for has left: is done, which one line says', async () => {
    const left = new PersonGoneError('user_disabled', 'no');

    const { outcome, log } = await run<'announce-recording'>(taken('announce-recording'), {
      run: fails(left),
    });

    expect(outcome).toEqual({ kind: 'done' });
    expect(log.map(({ level, code }) => [level, code])).toEqual([
      ['warn', 'user_disabled'],
      ['info', undefined],
    ]);
  });

  test('failing from a mistake of ours: is tried again, and its stack is logged', async () => {
    const { outcome, log } = await run<'announce-recording'>(job(1), {
      run: fails(new TypeError('x is undefined')),
    });

    expect(outcome).toMatchObject({ kind: 'retry', error: 'internal: x is undefined' });
    expect(log[0]).toMatchObject({
      level: 'warn',
      code: 'internal',
      ref: '7f3a',
      err: expect.stringContaining('TypeError: x is undefined\n    at '),
    });
  });
});

describe('a job somebody waits for', () => {
  /** Runs a create-room job that fails; `told`: what its last word was given. */
  async function failing(error: unknown, attempt = 1, lastWord: () => Promise<void> = async () => undefined) {
    const told: unknown[] = [];
    const { outcome } = await run<'create-room'>(taken('create-room', { attempt }), {
      run: fails(error),
      async giveUp(payload, given, ref) {
        told.push({ roomKey: payload.roomKey, code: given.code, ref });
        await lastWord();
      },
    });
    return { outcome, told };
  }

  test('failing for good: they are told once, and then it is done', async () => {
    const { outcome, told } = await failing(new NotFoundError('room_unknown', 'no such room'));

    expect(told).toEqual([{ roomKey: 'r1', code: 'room_unknown', ref: '7f3a' }]);
    expect(outcome).toEqual({ kind: 'done' });
  });

  test('failing because the meeting service is down: they are told at once', async () => {
    const { outcome, told } = await failing(meetingsDown);

    expect(told).toMatchObject([{ code: 'meetings_unreachable' }]);
    expect(outcome).toEqual({ kind: 'done' });
  });

  test('failing because Slack is down: is tried again, since nobody could be told', async () => {
    const { outcome, told } = await failing(slackDown);

    expect(outcome).toMatchObject({ kind: 'retry' });
    expect(told).toEqual([]);
  });

  test('failing at its last attempt: they are told', async () => {
    const { outcome, told } = await failing(slackDown, CATALOG['create-room'].attempts);

    expect(told).toMatchObject([{ code: 'slack_unreachable' }]);
    expect(outcome).toEqual({ kind: 'done' });
  });

  test('whose last word has to wait: comes back then, and is told', async () => {
    const paused = fails(new PausedError('slack', NOW + 500));

    const { outcome } = await failing(refused, CATALOG['create-room'].attempts, paused);

    expect(outcome).toEqual({ kind: 'again', at: NOW + 500 });
  });

  test('whose last word fails too: is buried with both reasons', async () => {
    const { outcome } = await failing(refused, 1, fails(slackDown));

    expect(outcome).toEqual({
      kind: 'buried',
      error: 'slack_invalid_blocks: no; then slack_unreachable',
    });
  });
});

describe('a job this release cannot read', () => {
  test('a payload of another shape: is buried without being run, its contents not logged', async () => {
    const job = taken('announce-recording', { payload: { recordingId: 7, secret: 'xoxb-1' } });

    const { outcome, log } = await run<'announce-recording'>(job, { run: fails(new Error('was run')) });

    expect(outcome).toEqual({ kind: 'buried', error: expect.stringMatching(/^bad_payload: .*recordingId/s) });
    expect(JSON.stringify([outcome, log])).not.toContain('xoxb-1');
  });

  test('a name it does not know: is buried, not lost', async () => {
    const { outcome, log } = await run(taken('from-a-newer-release' as JobName), {
      run: fails(new Error('was run')),
    });

    expect(outcome).toEqual({ kind: 'buried', error: expect.stringMatching(/^unknown_job/) });
    expect(log).toMatchObject([{ level: 'error', job: 'from-a-newer-release' }]);
  });
});
