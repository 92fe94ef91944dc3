import type { Room } from '../domain/room.ts';
import type { JobRequest } from './ports/jobs.ts';
import type { Tables } from './ports/storage.ts';
import { postSubject } from './post-subject.ts';
import { updateHomeJob } from './update-home-later.ts';

/** What happens in a room comes in bursts: so long card and Home wait for the rest of one, in milliseconds. */
const BURST_MS = 3_000;

/** Has a recording's messages brought up to date with its state. */
export function announceRecordingLater(tables: Tables, recordingId: string): Promise<void> {
  return tables.jobs.enqueue({ name: 'announce-recording', lane: recordingId, payload: { recordingId } });
}

/** Has a room's card brought up to date with its state; posts it if it is not there yet. */
export function announceRoomLater(tables: Tables, roomKey: string): Promise<void> {
  return tables.jobs.enqueue({ name: 'announce-room', lane: roomKey, payload: { roomKey } });
}

/** Something in the room is not as its card and its host's Home say. */
export async function refreshCard(tables: Tables, roomKey: string, now: number): Promise<void> {
  const room = await tables.rooms.find(roomKey);
  const job = room && (await findRefresh(tables, room, now));
  if (job !== undefined) await tables.jobs.enqueue(job);
}

/**
 * Brings up to date what shows what goes on in a room: its card, which takes the Home along, or else the Home alone. A
 * card that never came to stand is not posted for that. Undefined: nothing shows it.
 */
export async function findRefresh(
  { rooms }: Tables,
  room: Room,
  now: number,
): Promise<JobRequest | undefined> {
  const { roomKey, teamId, hostUserId: userId } = room;
  const surfaces = await rooms.surfaces(room, postSubject.room(roomKey));
  const runAt = now + BURST_MS;
  if (surfaces.includes('card')) return { name: 'announce-room', lane: roomKey, payload: { roomKey }, runAt };
  return surfaces.includes('home') ? { ...updateHomeJob({ teamId, userId }), runAt } : undefined;
}
