import type { Recording } from '../domain/recording.ts';
import type { Room } from '../domain/room.ts';
import type { RecordingOutcome } from '../domain/room-answer.ts';
import { answer } from './answer.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';
import { verdictOn } from './may.ts';
import type { Recorder } from './ports/meetings.ts';

/**
 * Starts or stops recording in a room where that is done from its card, for its host. What then happens, callbacks tell. A
 * press is about what was there when it was made: run again, after others came, it undoes nothing of theirs.
 */
export async function setRecording(deps: Deps, press: JobPayloads['set-recording']): Promise<undefined> {
  const { roomKey, reply } = press;
  const room = await deps.storage.transaction((tables) => tables.rooms.find(roomKey));
  if (room === undefined || room.teamId !== reply.teamId)
    return answer(deps, reply, { kind: 'room-unknown' });
  const { title, hostUserId } = room;
  const { allowed } = await verdictOn(deps, { action: 'set-recording', room, reply });
  if (!allowed) return answer(deps, reply, { kind: 'set-recording-refused', title, hostUserId });
  await answer(deps, reply, { kind: 'recording-set', title, outcome: await carryOut(deps, room, press) });
}

async function carryOut(
  deps: Deps,
  room: Room,
  { wanted, pressedAt = deps.clock.now() }: JobPayloads['set-recording'],
): Promise<RecordingOutcome> {
  const { recorder } = deps.meetingsOf(room.provider);
  const found = await readSession(deps, room);
  if (recorder === undefined || room.recording !== 'offered' || found === undefined) return 'nobody-in';
  return wanted === 'on' ? start(recorder, found, pressedAt) : stop(recorder, found, pressedAt);
}

async function start(
  recorder: Recorder,
  { sessionId, recordings }: Recorded,
  pressedAt: number,
): Promise<RecordingOutcome> {
  if (recordings.some(isRunning)) return 'already-on';
  if (recordings.some((recording) => wasOnSince(recording, pressedAt))) return 'already-off';
  const outcome = await recorder.start(sessionId);
  return outcome === 'started' ? 'starting' : outcome;
}

async function stop(
  recorder: Recorder,
  { recordings }: Recorded,
  pressedAt: number,
): Promise<RecordingOutcome> {
  const running = recordings.filter(isRunning);
  for (const { recordingId, createdAt } of running) {
    if (createdAt <= pressedAt) await recorder.stop(recordingId);
  }
  return running.length > 0 ? 'stopping' : 'already-off';
}

const isRunning = ({ state }: Recording) => state === 'started';

/** On when the press was made or after it: what it asked for has been, and somebody has stopped it. */
const wasOnSince = ({ createdAt, endedAt }: Recording, pressedAt: number) =>
  Math.max(createdAt, endedAt ?? 0) > pressedAt;

interface Recorded {
  readonly sessionId: string;
  readonly recordings: readonly Recording[];
}

/** The session somebody is in, and its recordings. */
async function readSession(deps: Deps, { roomKey }: Room): Promise<Recorded | undefined> {
  return deps.storage.transaction(async (tables) => {
    const open = await tables.sessions.openIn(roomKey);
    const session = open.find(({ emptySince }) => emptySince === null);
    if (session === undefined) return undefined;
    const { sessionId } = session;
    return { sessionId, recordings: await tables.recordings.ofSession(sessionId) };
  });
}
