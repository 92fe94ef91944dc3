import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { callbacksOf, deliver, type PastMeeting, readMeetings } from '../support/callbacks.ts';
import { buttonsOf, recordingMessages } from '../support/in-slack.ts';
import { passLooks } from '../support/looks.ts';
import { type OpenRoom, openRoom } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const MINUTE_MS = 60_000;
const LIVES = 200;
const SEED = Math.floor(Math.random() * 2 ** 31);

/** Seconds, more on a busy machine. */
const PATIENT = { timeout: 60_000 };

const ada = { participantId: 'p1', name: 'Ada' };

/** The seven callbacks of a recorded session, in the order they are sent. */
function lifecycle(meeting: PastMeeting): readonly object[] {
  const { sessionStarted, joined, started, left, sessionEnded, ended, uploaded } = callbacksOf(meeting);
  return [sessionStarted, joined(ada), started, left(ada), sessionEnded, ended, uploaded];
}

const indices = [0, 1, 2, 3, 4, 5, 6];
const inAnyOrder = (all: readonly number[]) => fc.shuffledSubarray([...all], { minLength: all.length });
/** All of them, or all but one, or one of them twice; in any order. */
const sequence = fc.oneof(
  inAnyOrder(indices),
  fc.nat(6).chain((without) => inAnyOrder(indices.toSpliced(without, 1))),
  fc.nat(6).chain((twice) => inAnyOrder([...indices, twice])),
);

/** Meetings of 32 minutes at the provider, recorded and uploaded, of which no callback was sent. */
async function unheardMeetings(app: Roomtone, { roomId }: OpenRoom): Promise<PastMeeting[]> {
  const { control } = app.meetings;
  control.setFaults({ drop: 1 });
  const meetings = Array.from({ length: LIVES }, (_, n) => {
    const startedAt = app.now() - (n + 40) * MINUTE_MS;
    const endedAt = startedAt + 32 * MINUTE_MS;
    return { roomId, startedAt, endedAt, ...control.recordPast({ roomId, startedAt, endedAt }) };
  });
  const last = meetings.at(-1)?.recordingId;
  await vi.waitUntil(async () => {
    const { status } = await readMeetings<{ status: string }>(app, `/recordings/${last}`);
    return status === 'uploaded';
  });
  control.setFaults({});
  return meetings;
}

test(
  `${LIVES} sessions at once, their callbacks in any order, some lost or doubled: the same messages each (seed ${SEED})`,
  PATIENT,
  async () => {
    const app = await roomtone();
    const room = await openRoom(app, 'Design review --for 30d');
    const meetings = await unheardMeetings(app, room);
    const sequences = fc.sample(sequence, { numRuns: LIVES, seed: SEED });

    await Promise.all(
      meetings.map(async (meeting, n) => {
        const bodies = lifecycle(meeting);
        for (const index of sequences[n] ?? [])
          expect(await deliver(room.callbackUrl, bodies[index])).toBe(204);
      }),
    );
    await app.settle();
    await passLooks(app);

    const messages = Map.groupBy(recordingMessages(app, 'general'), ({ recordingId }) => recordingId);
    for (const [n, { recordingId }] of meetings.entries()) {
      const [started, ended, ready, ...more] = messages.get(recordingId) ?? [];
      const told = `told of in this order: ${sequences[n]}`;
      expect([started?.stage, ended?.stage, ready?.stage, more.length], told).toEqual([
        ...['started', 'ended', 'ready'],
        0,
      ]);
      expect(buttonsOf(started?.message), told).toEqual([]);
      expect(ended?.text, told).toContain('after 32 minutes.');
      expect(ended?.text, told).toContain('The video is ready');
      expect(ready?.text, told).toContain(', 32 minutes.');
    }
  },
);
