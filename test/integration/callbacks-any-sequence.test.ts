import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MeetingEvent } from '../../src/domain/meeting-event.ts';
import type { Room } from '../../src/domain/room.ts';
import { applyMeetingEvent } from '../../src/usecases/apply-meeting-event.ts';
import type { Storage } from '../../src/usecases/ports/storage.ts';
import { openSqliteStore } from '../support/open-sqlite-store.ts';
import type { OpenedStore } from '../support/open-store.ts';
import { PROVIDER, START, sampleRoom } from '../support/sample-rows.ts';

const PROVIDER_ROOM_ID = 'provider-room';
const MINUTE_MS = 60_000;
const times = { startedAt: START, endedAt: START + 32 * MINUTE_MS };

/** Everything that is told about one session with two recordings, two people, and an end. */
function eventsOf(sessionId: string): MeetingEvent[] {
  const session = { sessionId, providerRoomId: PROVIDER_ROOM_ID };
  const person = (participantId: string) => ({ ...session, participantId, name: 'Ada', isHost: true });
  return [
    { kind: 'session-started', ...session, startedAt: times.startedAt },
    { kind: 'participant-joined', ...person('p1') },
    { kind: 'participant-joined', ...person('p2') },
    { kind: 'participant-left', ...person('p1') },
    { kind: 'session-ended', ...session, ...times },
    ...recordingEvents(`${sessionId}-1`, sessionId),
    ...recordingEvents(`${sessionId}-2`, sessionId),
  ];
}

/** As documented: `recording:started` carries no time, and neither it nor `recording:ended` names the room. */
function recordingEvents(recordingId: string, sessionId: string): MeetingEvent[] {
  const recording = { recordingId, sessionId, providerRoomId: null };
  const whole = { ...times, durationSeconds: 1920 };
  return [
    {
      kind: 'recording-started',
      ...recording,
      startedAt: null,
      endedAt: null,
      durationSeconds: null,
    },
    { kind: 'recording-ended', ...recording, ...whole },
    { kind: 'recording-uploaded', ...recording, ...whole, providerRoomId: PROVIDER_ROOM_ID },
  ];
}

interface Delivery {
  readonly index: number;
  /** To the room's own address, or to the application's. */
  readonly toRoom: boolean;
}

const COUNT = eventsOf('').length;
const delivery = fc.record({ index: fc.nat(COUNT - 1), toRoom: fc.boolean() });
/** Each callback at least once, some again, in any order. */
const deliveries = fc
  .tuple(
    fc.array(fc.boolean(), { minLength: COUNT, maxLength: COUNT }),
    fc.array(delivery, { maxLength: 2 * COUNT }),
  )
  .map(([doors, again]) => [...doors.map((toRoom, index) => ({ index, toRoom })), ...again])
  .chain((all: Delivery[]) => fc.shuffledSubarray(all, { minLength: all.length }));

test('the callbacks of a session in any order, each any number of times, to either address: one outcome', async () => {
  const store = await openSqliteStore();
  const { storage } = store;
  const room = await openRoom(storage);

  await fc.assert(
    fc.asyncProperty(deliveries, fc.boolean(), async (sequence, atOnce) => {
      const sessionId = randomUUID();
      const events = eventsOf(sessionId);
      const deliver = ({ index, toRoom }: Delivery, position: number) =>
        storage.transaction((tables) =>
          applyMeetingEvent(tables, {
            event: events[index] as MeetingEvent,
            provider: PROVIDER,
            room: toRoom ? room : undefined,
            now: START + position * MINUTE_MS,
          }),
        );
      if (atOnce) await Promise.all(sequence.map(deliver));
      else for (const [position, one] of sequence.entries()) await deliver(one, position);

      expect(await outcomeOf(store, sessionId)).toEqual(expectedOutcome(sessionId, room.roomKey));
    }),
    { numRuns: 60 },
  );
});

async function outcomeOf({ storage, sql }: OpenedStore, sessionId: string) {
  const { session, recordings } = await storage.transaction(async (tables) => ({
    session: await tables.sessions.find(sessionId),
    recordings: await tables.recordings.ofSession(sessionId),
  }));
  const announced = await sql<{ lane: string }>(
    `select lane from jobs where name = 'announce-recording' and lane like '${sessionId}%' order by lane`,
  );
  const { lookSince, ...ended } = session ?? { lookSince: null };
  return {
    session: ended,
    isLookedFor: lookSince !== null,
    recordings: recordings.map(({ createdAt: _, ...recording }) => recording),
    announced: announced.map(({ lane }) => lane),
  };
}

function expectedOutcome(sessionId: string, roomKey: string) {
  const recording = (recordingId: string) => ({
    recordingId,
    sessionId,
    provider: PROVIDER,
    roomKey,
    state: 'uploaded',
    ...times,
    durationSeconds: 1920,
    confirmedAt: null,
    deletedBy: null,
    removedAt: null,
    adopted: false,
    failure: null,
  });
  return {
    session: {
      sessionId,
      provider: PROVIDER,
      roomKey,
      providerRoomId: PROVIDER_ROOM_ID,
      ...times,
      participants: [],
      emptySince: null,
    },
    isLookedFor: true,
    recordings: [recording(`${sessionId}-1`), recording(`${sessionId}-2`)],
    announced: [`${sessionId}-1`, `${sessionId}-2`],
  };
}

async function openRoom(storage: Storage): Promise<Room> {
  const room = sampleRoom();
  return storage.transaction(async (tables) => {
    await tables.rooms.insert(room, 0);
    const made = { providerRoomId: PROVIDER_ROOM_ID, guestUrl: 'https://meet.test/1', expiresAt: null };
    await tables.rooms.open(room.roomKey, made);
    return { ...room, ...made, state: 'open' };
  });
}
