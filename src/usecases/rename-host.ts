import { announceRecordingLater } from './announce-later.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';
import type { Tables } from './ports/storage.ts';

/** Recordings looked at in one go. */
const STEP = 50;

/** A room has another host: the messages of all of its recordings name that one, step by step, the newest first. */
export function renameHostLater(tables: Tables, payload: JobPayloads['rename-host']): Promise<void> {
  return tables.jobs.enqueue({ name: 'rename-host', payload });
}

/** Has the messages of a step's recordings brought up to date; then the next step is due. */
export function renameHost(deps: Deps, { roomKey, after }: JobPayloads['rename-host']): Promise<void> {
  return deps.storage.transaction(async (tables) => {
    const room = await tables.rooms.find(roomKey);
    if (room === undefined) return;
    const { teamId, channelId } = room;
    const filter = { teamId, channelId, roomKey };
    const found = await tables.recordings.list(filter, { limit: STEP, after });
    for (const { recording } of found) await announceRecordingLater(tables, recording.recordingId);
    const last = found.at(STEP - 1)?.recording;
    if (last === undefined) return;
    const { createdAt, recordingId } = last;
    await renameHostLater(tables, { roomKey, after: { createdAt, recordingId } });
  });
}
