import type { MovableClock } from '../vonage/movable-clock.ts';
import { notFound } from './api-error.ts';
import type { FaultInput, FaultSettings, MeetingsFaults } from './faults.ts';
import type { Session, World } from './model.ts';
import { type PastRecording, recordPast } from './past-recording.ts';
import type { Rooms } from './rooms.ts';
import type { Sessions } from './sessions.ts';

const GUEST_NAME = 'Guest';

/** What scripts and the workspace page can make happen. Refusals are {@link ApiError}s. */
export interface MeetingsControl {
  join(
    roomId: string,
    person: { readonly name: string; readonly host?: boolean },
  ): { readonly sessionId: string; readonly participantId: string };
  leave(sessionId: string, participantId: string): void;
  /** Start or Stop recording, as pressed by somebody in the room. */
  setRecording(sessionId: string, wanted: boolean): void;
  /** A drawn participant joins, or leaves when already there. */
  bringGuest(roomId: string): void;
  /** Ends a room nobody is in. */
  closeRoom(roomId: string): void;
  advance(seconds: number): void;
  aheadSeconds(): number;
  setFaults(faults: FaultInput): void;
  faults(): FaultSettings;
  /** Rooms somebody is in. */
  liveRooms(): { readonly roomId: string; readonly title: string; readonly people: readonly string[] }[];
  /**
   * Adds a session with one recording that took place at the given times (epoch milliseconds) and sends all of its
   * callbacks; the upload follows after the usual delay. The video is the generated clip.
   */
  recordPast(past: { readonly roomId: string; readonly startedAt: number; readonly endedAt: number }): {
    readonly sessionId: string;
    readonly recordingId: string;
  };
}

export function createControl(
  deps: PastRecording & {
    readonly world: World;
    readonly clock: MovableClock;
    readonly rooms: Rooms;
    readonly sessions: Sessions;
    readonly faults: MeetingsFaults;
  },
): MeetingsControl {
  const { world, clock, rooms, sessions, faults } = deps;

  const findSession = (sessionId: string): Session => {
    const session = world.sessions.get(sessionId);
    if (!session) throw notFound(`Failed to find session by id: ${sessionId}`);
    return session;
  };

  const join: MeetingsControl['join'] = (roomId, { name, host = false }) => {
    const person = { name, isHost: host, hasCamera: false, source: 'script' as const };
    const { session, participant } = sessions.join(rooms.find(roomId), person);
    return { sessionId: session.id, participantId: participant.id };
  };

  return {
    join,
    leave(sessionId, participantId) {
      if (!sessions.leave(findSession(sessionId), participantId)) {
        throw notFound(`Failed to find participant by id: ${participantId}`);
      }
    },
    setRecording: (sessionId, wanted) => sessions.setRecording(findSession(sessionId), wanted),
    bringGuest(roomId) {
      const { session } = rooms.find(roomId);
      const guest = [...(session?.people.values() ?? [])].find(isDrawnGuest);
      if (session && guest) sessions.leave(session, guest.id);
      else join(roomId, { name: GUEST_NAME });
    },
    closeRoom: (roomId) => rooms.close(rooms.find(roomId)),
    advance: (seconds) => clock.advance(seconds),
    aheadSeconds: () => clock.aheadSeconds(),
    setFaults: (input) => faults.set(input),
    faults: () => faults.current(),
    liveRooms: () =>
      [...world.rooms.values()].flatMap(({ id, details, session }) => {
        const people = [...(session?.people.values() ?? [])].map(({ name }) => name);
        return people.length > 0 ? [{ roomId: id, title: details.display_name, people }] : [];
      }),
    recordPast: ({ roomId, ...times }) => recordPast(rooms.find(roomId), times, deps),
  };
}

const isDrawnGuest = ({ name, source }: { readonly name: string; readonly source: string }): boolean =>
  source === 'script' && name === GUEST_NAME;
