import { notFound } from './api-error.ts';
import type { Recording, Room, Session, World } from './model.ts';
import type { Presence } from './presence.ts';
import type { RecordingLink } from './recording-links.ts';
import { recordingRule } from './recording-rule.ts';
import type { DoorKey, RoomLinks } from './room-links.ts';
import type { DoorView, ReplayView, RoomView } from './room-protocol.ts';
import { doorState, type Sessions } from './sessions.ts';

/** What a room page can do, from the door to watching the recording afterwards. */
export interface RoomVisits {
  door(key: DoorKey): Promise<DoorView>;
  /** Throws {@link ApiError} 404 for an unknown link, 409 when the door is not open. */
  enter(key: DoorKey, person: { readonly name: string; readonly hasCamera: boolean }): Promise<string>;
  /** Also says that the page is still there. Throws {@link ApiError} 404 for somebody who is not in. */
  look(participantId: string): RoomView;
  setRecording(participantId: string, wanted: boolean): void;
  /** Fine for somebody who has left already. */
  leave(participantId: string): void;
  replay(participantId: string): ReplayView;
}

const UNKNOWN_DOOR: DoorView = {
  state: 'unknown',
  title: '',
  isHost: false,
  recording: { mode: 'off', hostOnly: false },
};

export function createRoomVisits(deps: {
  readonly world: World;
  readonly sessions: Sessions;
  readonly presence: Presence;
  readonly roomLinks: RoomLinks;
  readonly recordingLink: RecordingLink;
}): RoomVisits {
  const { world, sessions, presence, roomLinks, recordingLink } = deps;
  /** The last session of each participant, kept after they left. */
  const sessionOf = new Map<string, Session>();

  const visited = (participantId: string): Session => {
    const session = sessionOf.get(participantId);
    if (!session) throw notFound('Nobody with this id has been in a room');
    return session;
  };

  const entered = (participantId: string): Session => {
    const session = visited(participantId);
    if (!session.people.has(participantId)) throw notFound('You are not in the room any more');
    return session;
  };

  return {
    async door(key) {
      const opened = await roomLinks.open(key);
      return opened ? doorView(opened.room, opened.isHost) : UNKNOWN_DOOR;
    },
    async enter(key, person) {
      const opened = await roomLinks.open(key);
      if (!opened) throw notFound('There is no room behind this link');
      const visitor = { ...person, isHost: opened.isHost, source: 'page' as const };
      const { session, participant } = sessions.join(opened.room, visitor);
      sessionOf.set(participant.id, session);
      presence.seen(participant.id);
      return participant.id;
    },
    look(participantId) {
      const session = entered(participantId);
      presence.seen(participantId);
      return roomView(session);
    },
    setRecording: (participantId, wanted) => sessions.setRecording(entered(participantId), wanted),
    leave: (participantId) => void sessions.leave(visited(participantId), participantId),
    replay(participantId) {
      const session = visited(participantId);
      const recordings = [...world.recordings.values()].filter((recording) => recording.session === session);
      return replayView(session, recordings, recordingLink);
    },
  };
}

function doorView(room: Room, isHost: boolean): DoorView {
  const recording = recordingRule(room);
  return { state: doorState(room, isHost), title: room.details.display_name, isHost, recording };
}

function roomView(session: Session): RoomView {
  return {
    people: [...session.people.values()].map(({ source: _, ...person }) => person),
    recording: recordingRule(session.room),
    recordingId: session.recording?.id ?? null,
  };
}

function replayView(session: Session, recordings: readonly Recording[], link: RecordingLink): ReplayView {
  if (session.endedAt === undefined && session.people.size > 0) return { state: 'in-session', videos: [] };
  if (session.endedAt === undefined || recordings.some(({ status }) => status !== 'uploaded')) {
    return { state: 'uploading', videos: [] };
  }
  const videos = recordings.map((recording) => ({ recordingId: recording.id, url: link(recording) }));
  return { state: videos.length > 0 ? 'ready' : 'none', videos };
}
