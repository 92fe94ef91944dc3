import type { ErrorRequestHandler } from 'express';
import { ApiError } from './api-error.ts';
import type { ApiWords } from './api-route.ts';

/** Refusals of ours as they are; a body that can't be read is the sender's mistake; anything else is a bug of ours. */
export function createAnswerError(words: ApiWords): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error);
    const refusal =
      error instanceof ApiError
        ? error
        : isUnreadableBody(error)
          ? words.unreadable(error.message)
          : undefined;
    if (!refusal) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    const { status, body } = refusal ?? words.withStatus(500);
    res.status(status).json(body);
  };
}

const isUnreadableBody = (error: unknown): error is Error =>
  error instanceof Error && 'status' in error && Number(error.status) < 500;
