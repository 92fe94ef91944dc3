import { ApiError } from '../vonage/api-error.ts';

/*
 * The refusals of the Meetings API. Two shapes: the service answers `{message, name, status}`, the gateway in front of it
 * (authentication) `{title, detail}`. Texts as recorded from the real service where one is known.
 */

const serviceError = (status: number, name: string, message: string): ApiError =>
  new ApiError(status, { message, name, status });

export const invalidInput = (message: string): ApiError => serviceError(400, 'InputValidationError', message);
export const badRequest = (message: string): ApiError => serviceError(400, 'BadRequestError', message);
export const forbidden = (message: string): ApiError => serviceError(403, 'ForbiddenError', message);
export const notFound = (message: string): ApiError => serviceError(404, 'NotFoundError', message);
export const conflict = (message: string): ApiError => serviceError(409, 'ConflictError', message);
export const internalError = (): ApiError =>
  serviceError(500, 'InternalServerError', 'Internal Server Error');

/** No `Authorization` header. */
export const missingAuth = (): ApiError =>
  new ApiError(401, { title: 'Missing Auth', detail: 'Auth header is required' });

/** A token that is not ours, not signed by the application's key, or too old. */
export const unauthorized = (): ApiError =>
  new ApiError(401, { title: 'Unauthorized', detail: 'You did not provide correct credentials' });

/** What the API would say with this status, whatever was asked: for faults one can set. */
export function errorWithStatus(status: number): ApiError {
  if (status === 401) return unauthorized();
  if (status === 403) return forbidden('Maximum number of rooms for owner (1000) exceeded');
  if (status === 404) return notFound('Failed to fetch resource');
  if (status === 429) return serviceError(429, 'TooManyRequestsError', 'Too Many Requests');
  if (status < 500) return serviceError(status, 'BadRequestError', 'Bad Request');
  return status === 500 ? internalError() : serviceError(status, 'ServiceError', 'Service Unavailable');
}
