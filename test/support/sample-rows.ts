import type { Recording } from '../../src/domain/recording.ts';
import { foldTitle, type Room } from '../../src/domain/room.ts';
import type { TitledPlace } from '../../src/usecases/ports/rooms.ts';
import type { VideoRoom } from '../../src/usecases/ports/video-rooms.ts';
import type { Profile } from '../../src/usecases/ports/workspace.ts';

export const PROVIDER = 'vonage-meetings';
/** When the sample rows were made, and what the contract suites' clock shows at first. */
export const START = Date.UTC(2026, 10, 20, 9, 30);

/** A room that has just been asked for. */
export function sampleRoom(changes: Partial<Room> = {}): Room {
  return {
    roomKey: 'room-1',
    provider: PROVIDER,
    teamId: 'T1',
    channelId: 'C1',
    direct: false,
    postChannelId: null,
    threadTs: null,
    hostUserId: 'U1',
    madeBy: changes.hostUserId ?? 'U1',
    hostName: '',
    title: 'Design review',
    recording: 'automatic',
    hostOnly: false,
    joinApproval: 'everyone',
    closes: null,
    state: 'making',
    expiresAt: null,
    closesAfterSession: false,
    providerRoomId: null,
    joinUrl: null,
    locale: 'en-US',
    timeZone: 'UTC',
    createdAt: START,
    failure: null,
    createBeganAt: null,
    listFrom: null,
    ...changes,
  };
}

export function placeOf({ teamId, channelId, title }: Room): TitledPlace {
  return { teamId, channelId, foldedTitle: foldTitle(title) };
}

/** Ada, a member of the workspace. */
export function sampleProfile(changes: Partial<Profile> = {}): Profile {
  return {
    ...{ teamId: 'T1', userId: 'U1', name: 'Ada', locale: 'en-US', timeZone: 'UTC' },
    ...{ isAdmin: false, isGuest: false, isGone: false, isBot: false },
    ...changes,
  };
}

/** A recording that has just been heard of. */
export function sampleRecording(changes: Partial<Recording> = {}): Recording {
  return {
    recordingId: 'recording-1',
    sessionId: 'session-1',
    provider: PROVIDER,
    roomKey: 'room-1',
    state: 'started',
    startedAt: START,
    endedAt: null,
    durationSeconds: null,
    confirmedAt: null,
    failure: null,
    deletedBy: null,
    removedAt: null,
    adopted: false,
    createdAt: START,
    ...changes,
  };
}

/** An instant room of our own, in which nobody has been. */
export function sampleVideoRoom(changes: Partial<VideoRoom> = {}): VideoRoom {
  return {
    providerRoomId: 'code-1',
    roomKey: 'room-1',
    expiresAt: START + 600_000,
    isLongTerm: false,
    closesAfterSession: false,
    activeSessionId: null,
    ...changes,
  };
}
