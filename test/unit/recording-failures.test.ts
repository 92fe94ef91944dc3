import { expect, test } from 'vitest';
import type { MeetingEvent } from '../../src/domain/meeting-event.ts';
import { LIFECYCLE, MEETING, ordersOf } from '../support/lifecycle.ts';
import { lifeOf } from '../support/recording-life.ts';

const { recordingId, sessionId, startedAt, endedAt } = MEETING;
const title = 'Design review';
const told = { recordingId, sessionId, providerRoomId: null, startedAt, endedAt, durationSeconds: 1920 };
/** What the provider has: no video. */
const FAILED = { recordingId, sessionId, startedAt, endedAt, uploaded: false, url: null, urlExpiresAt: null };
const reason = 'forceDisconnected';

/** The callbacks of a session whose recording fails, those of people left out. */
const FAILURE: readonly MeetingEvent[] = [
  ...LIFECYCLE.filter(({ kind }) => kind !== 'recording-uploaded' && !kind.startsWith('participant')),
  { kind: 'recording-failed', ...told, reason },
];

const OUTCOME = [
  { kind: 'recording-started', recordingId, roomKey: 'room-1', title, startedAt, joinUrl: null },
  { kind: 'recording-ended', recordingId, title, lengthSeconds: 1920, next: { kind: 'failed' } },
  { kind: 'recording-failed', recordingId, title, startedAt, reason },
];

const messagesAfter = (events: readonly MeetingEvent[], atOnce: boolean) => {
  const tellings = events.map((event) => ({ event, to: 'room' }) as const);
  return lifeOf(tellings, atOnce, { ...FAILED, failure: reason });
};

test.each([true, false])('a recording that fails, in every order, jobs after all: %s', async (atOnce) => {
  for (const events of ordersOf(FAILURE)) {
    expect(await messagesAfter(events, atOnce), events.map(({ kind }) => kind).join()).toEqual(OUTCOME);
  }
});

test.each(FAILURE)('a recording that fails, and $kind is never told: the same', async (lost) => {
  for (const events of ordersOf(FAILURE.filter((event) => event !== lost))) {
    expect(await messagesAfter(events, false), events.map(({ kind }) => kind).join()).toEqual(OUTCOME);
  }
});

test('none of its callbacks came: what became of it is told', async () => {
  const events = FAILURE.filter(({ kind }) => kind.startsWith('session'));

  expect(await messagesAfter(events, false)).toEqual([OUTCOME.at(-1)]);
});

test('a recording that the provider says has expired: ready is rewritten, and nothing is posted', async () => {
  const [, , ready] = await lifeOf(
    [...LIFECYCLE, { kind: 'recording-expired', ...told } as const].map((event) => ({ event, to: 'room' })),
    false,
  );

  expect(ready).toMatchObject({ kind: 'recording-gone', recordingId, title, startedAt });
});
