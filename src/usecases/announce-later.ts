import type { Tables } from './ports.ts';

/** Has a recording's messages brought up to date with its state. */
export function announceRecordingLater(tables: Tables, recordingId: string): Promise<void> {
  return tables.jobs.enqueue({ name: 'announce-recording', lane: recordingId, payload: { recordingId } });
}

/** Has a room's card brought up to date with its state. */
export function announceRoomLater(tables: Tables, roomKey: string): Promise<void> {
  return tables.jobs.enqueue({ name: 'announce-room', lane: roomKey, payload: { roomKey } });
}
