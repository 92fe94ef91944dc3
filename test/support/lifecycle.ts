import type { MeetingEvent } from '../../src/domain/meeting-event.ts';
import { START } from './sample-rows.ts';

export const PROVIDER_ROOM_ID = 'provider-room';
export const MEETING = {
  sessionId: 'session-1',
  recordingId: 'recording-1',
  startedAt: START,
  endedAt: START + 32 * 60_000,
} as const;

const { sessionId, recordingId, startedAt, endedAt } = MEETING;
const session = { sessionId, providerRoomId: PROVIDER_ROOM_ID };
const person = { ...session, participantId: 'p1', name: 'Ada', isHost: true };
const recording = { sessionId, recordingId, providerRoomId: null };
const length = { startedAt, endedAt, durationSeconds: 1920 };

/** The callbacks of a session with one recording, with what is documented to be in them, in the order they are sent. */
export const LIFECYCLE: readonly MeetingEvent[] = [
  { kind: 'session-started', ...session, startedAt },
  { kind: 'participant-joined', ...person },
  { kind: 'recording-started', ...recording, startedAt: null, endedAt: null, durationSeconds: null },
  { kind: 'participant-left', ...person },
  { kind: 'session-ended', ...session, startedAt, endedAt },
  { kind: 'recording-ended', ...recording, ...length },
  { kind: 'recording-uploaded', ...recording, providerRoomId: PROVIDER_ROOM_ID, ...length },
];

/** Every order of these. */
export function* ordersOf<T>(items: readonly T[]): Generator<readonly T[]> {
  if (items.length === 0) yield [];
  for (const [index, first] of items.entries()) {
    for (const rest of ordersOf(items.toSpliced(index, 1))) yield [first, ...rest];
  }
}
