import type { RequestHandler, Response } from 'express';
import type { AckReport } from './reports.ts';

export interface ReportAcksOptions {
  /** What a request is, asked once it is answered. Must be one of few words. `body`: as it was parsed, if it was. */
  readonly kindOf: (body: unknown) => string;
  readonly onAck: (report: AckReport) => void;
}

/** Reports every request that comes by, and how long it was until its answer was out. */
export function reportAcks({ kindOf, onAck }: ReportAcksOptions): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.once('close', () => {
      const seconds = (performance.now() - startedAt) / 1_000;
      onAck({ kind: kindOf(request.body), outcome: outcomeOf(response), seconds });
    });
    next();
  };
}

function outcomeOf({ statusCode, writableFinished }: Response): AckReport['outcome'] {
  if (!writableFinished) return 'hung-up';
  if (statusCode >= 500) return 'failed';
  return statusCode >= 400 ? 'refused' : 'ok';
}
