import { describe, expect, test } from 'vitest';
import { errorBodySchema } from '../../src/vonage/error-body.ts';
import { meetingsFixture } from '../support/meetings-fixtures.ts';

describe('errors', () => {
  test.each([
    ['openapi-0.1.7.error-400', 'InputValidationError', 'Explanation about why validation failed.'],
    ['openapi-0.1.7.error-400-invalid-logo', 'BadRequestError', 'could not finalize logos'],
    ['openapi-0.1.7.error-401', null, 'Auth header is required'],
    [
      'openapi-0.1.7.error-404',
      'NotFoundError',
      'Failed to fetch resource with id 50da57f5-0aaf-4ac5-804c-2114afc89197',
    ],
    ['openapi-0.1.7.error-409', 'ConflictError', 'short_company_url already exists'],
    ['python-sdk.unauthorized', null, 'You did not provide correct credentials'],
    ['python-sdk.update_no_keys', 'InputValidationError', '"update_details" must have at least 1 key'],
    ['python-sdk-beta.delete_recording_not_uploaded', 'InternalServerError', 'Internal Server Error'],
    [
      'python-sdk.update_room_type_error',
      'BadRequestError',
      'The room with id: b3142c46-d1c1-4405-baa6-85683827ed69 could not be updated because of its type: temporary',
    ],
    [
      'python-sdk.get_recording_not_found',
      'NotFoundError',
      'Recording not-a-real-recording-id was not found',
    ],
    [
      'python-sdk.get_session_recordings_not_found',
      'NotFoundError',
      'Failed to find session recordings by id: not-a-real-session-id',
    ],
  ])('%s: name and message', (fixture, name, message) => {
    expect(errorBodySchema.parse(meetingsFixture(fixture))).toEqual({ name, message });
  });

  test.each([[undefined], [null], ['text'], [[]], [{ message: 5, name: {} }]])('%j: neither', (body) => {
    expect(errorBodySchema.parse(body)).toEqual({ name: null, message: null });
  });
});
