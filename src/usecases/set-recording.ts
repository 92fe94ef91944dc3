import type { RecordingOutcome } from '../domain/answer.ts';
import type { Room } from '../domain/room.ts';
import type { Session } from '../domain/session.ts';
import { answer } from './answer.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';
import { verdictOn } from './may.ts';
import type { Recorder } from './ports/meetings.ts';

/** Starts or stops recording in a room where that is done from its card, for its host. What then happens, callbacks tell. */
export async function setRecording(
  deps: Deps,
  { roomKey, wanted, reply }: JobPayloads['set-recording'],
): Promise<undefined> {
  const room = await deps.storage.transaction((tables) => tables.rooms.find(roomKey));
  if (room === undefined || room.teamId !== reply.teamId)
    return answer(deps, reply, { kind: 'room-unknown' });
  const { title, hostUserId } = room;
  const { allowed } = await verdictOn(deps, { action: 'set-recording', room, reply });
  if (!allowed) return answer(deps, reply, { kind: 'set-recording-refused', title, hostUserId });
  await answer(deps, reply, { kind: 'recording-set', title, outcome: await carryOut(deps, room, wanted) });
}

async function carryOut(deps: Deps, room: Room, wanted: 'on' | 'off'): Promise<RecordingOutcome> {
  const { recorder } = deps.meetingsOf(room.provider);
  const { session, running } = await readSession(deps, room);
  if (recorder === undefined || room.recording !== 'offered' || session === undefined) return 'nobody-in';
  return wanted === 'on' ? start(recorder, session, running) : stop(recorder, running);
}

async function start(
  recorder: Recorder,
  { sessionId }: Session,
  running: readonly string[],
): Promise<RecordingOutcome> {
  if (running.length > 0) return 'already-on';
  const outcome = await recorder.start(sessionId);
  return outcome === 'started' ? 'starting' : outcome;
}

async function stop(recorder: Recorder, running: readonly string[]): Promise<RecordingOutcome> {
  for (const recordingId of running) await recorder.stop(recordingId);
  return running.length > 0 ? 'stopping' : 'already-off';
}

/** The session somebody is in, and what of it is being recorded. */
async function readSession(deps: Deps, { roomKey }: Room) {
  return deps.storage.transaction(async (tables) => {
    const open = await tables.sessions.openIn(roomKey);
    const session = open.find(({ emptySince }) => emptySince === null);
    const recordings = session === undefined ? [] : await tables.recordings.ofSession(session.sessionId);
    const running = recordings.filter(({ state }) => state === 'started');
    return { session, running: running.map(({ recordingId }) => recordingId) };
  });
}
