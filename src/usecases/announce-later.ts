import type { Tables } from './ports.ts';
import { postSubject } from './post-subject.ts';
import { updateHostsHomeLater } from './update-home-later.ts';

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

/**
 * Something in the room is not as its card and its host's Home say. A card that never came to stand is not posted for
 * that; one that does takes the Home along.
 */
export async function refreshCard(tables: Tables, roomKey: string, now: number): Promise<void> {
  const runAt = now + BURST_MS;
  const card = await tables.posts.find(postSubject.room(roomKey), 'card');
  if (card === undefined || card.state === 'gone') {
    const room = await tables.rooms.find(roomKey);
    if (room !== undefined) await updateHostsHomeLater(tables, room, runAt);
    return;
  }
  await tables.jobs.enqueue({ name: 'announce-room', lane: roomKey, payload: { roomKey }, runAt });
}
