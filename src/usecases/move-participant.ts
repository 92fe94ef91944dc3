import type { MeetingEvent } from '../domain/meeting-event.ts';
import { roomNow } from '../domain/room-now.ts';
import type { Participant, Session } from '../domain/session.ts';
import { refreshCard } from './announce-later.ts';
import type { Tables } from './ports/storage.ts';

export interface Move {
  readonly session: Session;
  /** Of the session; null while it is not known. */
  readonly roomKey: string | null;
  readonly event: Extract<MeetingEvent, { participantId: string }>;
  readonly now: number;
}

/** Somebody came or went. Nothing of a session that is over; and twice is once, for it is a set. */
export async function moveParticipant(tables: Tables, { session, roomKey, event, now }: Move): Promise<void> {
  if (session.endedAt !== null) return;
  const participants = peopleAfter(session.participants, event);
  const emptySince = participants.length > 0 ? null : (session.emptySince ?? now);
  await tables.sessions.setParticipants(session.sessionId, participants, emptySince);
  if (roomKey === null || looksLike({ ...session, participants, emptySince }, session)) return;
  await refreshCard(tables, roomKey, now);
}

function peopleAfter(before: readonly Participant[], event: Move['event']): readonly Participant[] {
  const { kind, participantId, name, isHost } = event;
  if (kind === 'participant-left') return before.filter((one) => one.participantId !== participantId);
  const person = { participantId, name, isHost };
  const isInside = before.some((one) => one.participantId === participantId);
  if (!isInside) return [...before, person];
  return before.map((one) => (one.participantId === participantId ? person : one));
}

/** Is it the same to whoever looks at the card? */
function looksLike(one: Session, other: Session): boolean {
  const [now, before] = [one, other].map((session) =>
    roomNow({ state: 'open', sessions: [{ ...session, isRecorded: false }], lastEndedAt: null }),
  );
  return JSON.stringify(now) === JSON.stringify(before);
}
