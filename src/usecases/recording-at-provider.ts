import type { Recording } from '../domain/recording.ts';
import type { MeetingRecording } from './ports/meetings.ts';
import { isRemoved } from './recording-facts.ts';

/** How one recording of a session stands at the provider. Times are epoch milliseconds. */
export interface AtProvider {
  /** As in the session's list; undefined: it is not in there. */
  readonly read: MeetingRecording | undefined;
  /** Reading it by its own id answered that there is no such recording. */
  readonly isGone: boolean;
  /** When the session ended, once its recordings must have ended with it and be known to the provider; else null. */
  readonly overSince: number | null;
  readonly now: number;
}

/** What a look at the provider changes in a recording we know; undefined: nothing. */
export function changeSeen(recording: Recording, at: AtProvider): Partial<Recording> | undefined {
  if (isRemoved(recording) || recording.state === 'failed') return undefined;
  if (recording.confirmedAt !== null) {
    return at.isGone ? { state: 'gone', removedAt: at.now } : undefined;
  }
  const { read, overSince, now } = at;
  if (read === undefined) {
    const ended = recording.state === 'started' && overSince !== null;
    return ended ? { state: 'ended', endedAt: overSince } : undefined;
  }
  const times = timesRead(recording, read);
  if (read.failure !== undefined) return { state: 'failed', ...times, failure: read.failure };
  if (read.uploaded) return { state: 'uploaded', ...times, confirmedAt: now };
  return recording.state === 'started' && read.endedAt !== null ? { state: 'ended', ...times } : undefined;
}

/** What the provider tells of start and end is better than what callbacks told. */
export function timesRead(
  recording: Pick<Recording, 'startedAt' | 'endedAt'>,
  read: MeetingRecording,
): Pick<Recording, 'startedAt' | 'endedAt'> {
  return {
    startedAt: read.startedAt ?? recording.startedAt,
    endedAt: read.endedAt ?? recording.endedAt,
  };
}
