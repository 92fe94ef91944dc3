import { expect, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import { openMeetingsAt } from '../support/open-meetings.ts';
import { answerJson } from '../support/stub-http-server.ts';

type Told = [status: number, body?: unknown];

const uploaded = meetingsFixture('python-sdk.get_recording');
const stopped = { ...uploaded, status: 'stopped' };
const tooEarly = meetingsFixture('python-sdk-beta.delete_recording_not_uploaded');
const gone = meetingsFixture('python-sdk.get_recording_not_found');

function deleting(deletion: Told | 'cut', read: Told) {
  return openMeetingsAt((response, request) => {
    if (request.method === 'GET') return answerJson(response, ...read);
    if (deletion === 'cut') return response.destroy();
    answerJson(response, ...deletion);
  });
}

test.each<[string, string, Told | 'cut', Told, number]>([
  ['204', 'deleted', [204], [500], 1],
  ['404', 'gone', [404, gone], [500], 1],
  ['500, and it is not uploaded', 'too-early', [500, tooEarly], [200, stopped], 2],
  ['500, and it is not there', 'gone', [500, tooEarly], [404, gone], 2],
  ['nothing, and it is not there', 'deleted', 'cut', [404, gone], 2],
  ['502, and it is not there', 'deleted', [502], [404, gone], 2],
])('answered %s: %s', async (_what, expected, deletion, read, requests) => {
  const { server, meetings } = await deleting(deletion, read);

  expect(await meetings.deleteRecording('r/1')).toBe(expected);

  expect(server.requests).toHaveLength(requests);
  expect(server.requests[0]).toMatchObject({ method: 'DELETE', url: '/v1/meetings/recordings/r%2F1' });
});

test.each<[string, Told | 'cut', Told, string, number]>([
  ['500 although it is uploaded', [500, tooEarly], [200, uploaded], 'meetings_error', 2],
  ['nothing, and it is still there', 'cut', [200, uploaded], 'meetings_no_answer', 2],
  ['nothing, and it is not uploaded', 'cut', [200, stopped], 'meetings_no_answer', 2],
  ['503', [503], [200, stopped], 'meetings_error', 1],
  ['429', [429], [200, stopped], 'meetings_rate_limited', 1],
  ['401', [401, meetingsFixture('python-sdk.unauthorized')], [200, stopped], 'meetings_credentials', 1],
])('answered %s: an error, and it is not sent again', async (_what, deletion, read, code, requests) => {
  const { server, meetings } = await deleting(deletion, read);

  await expect(meetings.deleteRecording('r1')).rejects.toMatchObject({ code });

  expect(server.requests.map((request) => request.method)).toEqual(['DELETE', 'GET'].slice(0, requests));
});
