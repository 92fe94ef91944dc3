import type { Request, Response } from 'express';
import { mask } from '../mask.ts';
import type { Traffic } from '../traffic.ts';
import type { Faults } from './faults.ts';
import { SlackError } from './slack-error.ts';

/** What every request of the app passes. */
export interface Exchange {
  readonly traffic: Traffic;
  readonly faults: Faults;
}

interface Call {
  /** The method's name; `response_url` for those. */
  readonly name: string;
  /** For "Behind the scenes". */
  readonly shown: unknown;
  /** Answers, or throws SlackError. */
  work(): Record<string, unknown>;
}

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly retryAfterSeconds?: number | undefined;
}

/** Answers one request of the app, after the fault that is set, and notes it. Nothing is done for a caller that is gone. */
export async function answer(
  { traffic, faults }: Exchange,
  { request, response }: { request: Request; response: Response },
  call: Call,
): Promise<void> {
  const startedAt = Date.now();
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const result = await faults
    .apply(call, gone.signal)
    .then((): Answer => ({ status: 200, body: { ok: true, ...call.work() } }))
    .catch(refusal);
  traffic.add({
    kind: 'slack-api',
    title: call.name,
    method: request.method,
    path: String(mask(request.originalUrl)),
    status: gone.signal.aborted ? 0 : result.status,
    durationMs: Date.now() - startedAt,
    body: mask(call.shown),
    ...(result.body['ok'] === false && { note: String(result.body['error']) }),
  });
  if (gone.signal.aborted) return;
  if (result.retryAfterSeconds !== undefined) response.set('retry-after', String(result.retryAfterSeconds));
  response.status(result.status).json(result.body);
}

function refusal(error: unknown): Answer {
  if (error instanceof SlackError) {
    const { status = 200, retryAfterSeconds } = error.details;
    return { status, body: error.body(), retryAfterSeconds };
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return { status: 0, body: { ok: false, error: 'caller gone' } };
  }
  throw error;
}
