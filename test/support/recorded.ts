import { vi } from 'vitest';
import { callbacksOf, callbackUrlOf, deliver, type PastMeeting, readMeetings } from './callbacks.ts';
import { roomOf } from './in-slack.ts';
import type { Roomtone } from './roomtone.ts';

const MINUTE_MS = 60_000;

export interface OpenRoom {
  readonly roomId: string;
  /** Where the app wants the room's callbacks. */
  readonly callbackUrl: string;
}

/** A room made by `/meet`, options included. Default: by Ada in #general. */
export async function openRoom(
  app: Roomtone,
  command = 'Design review',
  who: { user?: string; channel?: string } = {},
): Promise<OpenRoom> {
  await app.meet(command, who);
  const { room_id: roomId } = await roomOf(app, command.replace(/ --.*/, ''));
  return { roomId, callbackUrl: await callbackUrlOf(app, roomId) };
}

/** A meeting of 32 minutes at the provider, recorded and uploaded, of which no callback was sent. */
export async function unheardMeeting(
  app: Roomtone,
  roomId: string,
  startedAt = app.now() - 40 * MINUTE_MS,
): Promise<PastMeeting> {
  const { control } = app.meetings;
  const endedAt = startedAt + 32 * MINUTE_MS;
  control.setFaults({ drop: 1 });
  const { sessionId, recordingId } = control.recordPast({ roomId, startedAt, endedAt });
  await vi.waitUntil(async () => {
    const { status } = await readMeetings<{ status: string }>(app, `/recordings/${recordingId}`);
    return status === 'uploaded';
  });
  control.setFaults({});
  return { roomId, sessionId, recordingId, startedAt, endedAt };
}

/** A meeting whose recording is ready in Slack. */
export async function recordedMeeting(
  app: Roomtone,
  { roomId, callbackUrl }: OpenRoom,
  startedAt?: number,
): Promise<PastMeeting> {
  const meeting = await unheardMeeting(app, roomId, startedAt);
  await tellOf(app, callbackUrl, meeting);
  return meeting;
}

/**
 * One session in a `--manual` room called Workshop with that many recordings, a minute each. Gives what tells the app of
 * one of them, counted from 0.
 */
export async function severalRecordings(
  app: Roomtone,
  { roomId, callbackUrl }: OpenRoom,
  count: number,
): Promise<(index: number) => Promise<PastMeeting>> {
  const { control } = app.meetings;
  control.setFaults({ drop: 1 });
  const startedAt = app.now();
  const { sessionId } = control.join(roomId, { name: 'Ada', host: true });
  const recordings: PastMeeting[] = [];
  for (let one = 0; one < count; one++) {
    control.setRecording(sessionId, true);
    const { recording_id: recordingId } = await roomOf(app, 'Workshop');
    control.advance(60);
    control.setRecording(sessionId, false);
    control.advance(60);
    const begin = startedAt + 2 * one * MINUTE_MS;
    const times = { startedAt: begin, endedAt: begin + MINUTE_MS };
    recordings.push({ roomId, sessionId, recordingId: String(recordingId), ...times });
  }
  return async (index) => {
    const meeting = recordings[index] as PastMeeting;
    await tellOf(app, callbackUrl, meeting);
    return meeting;
  };
}

async function tellOf(app: Roomtone, callbackUrl: string, meeting: PastMeeting): Promise<void> {
  const { sessionStarted, started, ended, uploaded } = callbacksOf(meeting);
  for (const body of [sessionStarted, started, ended, uploaded]) await deliver(callbackUrl, body);
  await app.settle();
}
