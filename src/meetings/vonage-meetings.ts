import { NotFoundError, UpstreamUnavailableError } from '../errors.ts';
import type { MeetingRecording, MeetingRoom, Meetings, RoomClosing } from '../usecases/ports/meetings.ts';
import type { VonageHttpOptions } from '../vonage/http.ts';
import { type MeetingsClient, meetingsClient } from './client.ts';
import { findRoom } from './find-room.ts';
import { roomBody } from './room-body.ts';

/** Source: the specification of POST /rooms, which answers 403 beyond. */
const ROOMS_PER_APPLICATION = 1_000;

/** The Meetings port over Vonage's Meetings API. `close` waits for running calls. */
export function vonageMeetings(options: VonageHttpOptions): Meetings & { close(): Promise<void> } {
  const client = meetingsClient(options);
  return {
    can: { hostOnly: true, joinApprovals: ['everyone', 'after-host', 'host-admits'], endHostLinks: false },
    roomLimit: ROOMS_PER_APPLICATION,
    // Source: Vonage's recording guide.
    storage: { place: 'Amazon S3', encryption: 'SSE-S3', according: 'Vonage', keptDays: 30 },
    // A room stays open for that long after its last participant.
    sessionEndsAfterMs: 10 * 60_000,
    createRoom: (order) => client.createRoom(roomBody(order)),
    getRoom: (providerRoomId) => client.getRoom(providerRoomId),
    findRoom: (roomKey, from) => findRoom(client, roomKey, from),
    changeRoom: (providerRoomId, change) => changeRoom(client, providerRoomId, change),
    getRecording: (recordingId) => client.getRecording(recordingId),
    listSessionRecordings: (sessionId) => client.listSessionRecordings(sessionId),
    deleteRecording: (recordingId) => deleteRecording(client, recordingId),
    close: () => client.close(),
  };
}

/** Without an answer it may be done: the room itself tells. */
async function changeRoom(
  client: MeetingsClient,
  providerRoomId: string,
  change: Partial<RoomClosing>,
): Promise<MeetingRoom> {
  try {
    return await client.changeRoom(providerRoomId, change);
  } catch (error) {
    if (!(error instanceof UpstreamUnavailableError) || error.reached !== 'unknown') throw error;
    const room = await client.getRoom(providerRoomId);
    const { expiresAt = room.expiresAt, closesAfterSession = room.closesAfterSession } = change;
    if (room.expiresAt === expiresAt && room.closesAfterSession === closesAfterSession) return room;
    throw error;
  }
}

type Deletion = Awaited<ReturnType<Meetings['deleteRecording']>>;

async function deleteRecording(client: MeetingsClient, recordingId: string): Promise<Deletion> {
  try {
    await client.deleteRecording(recordingId);
    return 'deleted';
  } catch (error) {
    if (error instanceof NotFoundError) return 'gone';
    if (!(error instanceof UpstreamUnavailableError)) throw error;
    return readBack(client, recordingId, error);
  }
}

/** 500 is also how the API says "not uploaded yet"; and without an answer it may be done. The recording tells. */
async function readBack(
  client: MeetingsClient,
  recordingId: string,
  failure: UpstreamUnavailableError,
): Promise<Deletion> {
  const unanswered = failure.reached === 'unknown';
  if (!unanswered && failure.status !== 500) throw failure;
  const recording = await client.getRecording(recordingId).catch(undefinedIfNotFound);
  if (recording === undefined) return unanswered ? 'deleted' : 'gone';
  if (unanswered || recording.uploaded) throw failure;
  return 'too-early';
}

function undefinedIfNotFound(error: unknown): MeetingRecording | undefined {
  if (error instanceof NotFoundError) return undefined;
  throw error;
}
