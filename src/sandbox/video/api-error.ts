import { ApiError } from '../vonage/api-error.ts';
import type { ApiWords } from '../vonage/api-route.ts';

/* The refusals of the Video API: `{code, message}`, texts as published (OpenAPI 0.3.2). */

const refusal = (status: number, message: string, code = status): ApiError =>
  new ApiError(status, { code, message });

export const badRequest = (message: string): ApiError => refusal(400, message);
export const notFound = (message: string): ApiError => refusal(404, message);
export const conflict = (message: string, code?: number): ApiError => refusal(409, message, code);

/** A token that is missing, not ours, not signed by the application's key, or too old. */
export const forbidden = (): ApiError => refusal(403, 'You passed in an invalid JWT token.');

export const WORDS: ApiWords = {
  unknownRoute: () => notFound('Not found'),
  unreadable: badRequest,
  withStatus(status) {
    if (status === 403) return forbidden();
    if (status === 429) return refusal(429, 'Too many requests');
    return refusal(status, status < 500 ? 'Bad request' : 'Internal server error');
  },
};
