/**
 * `started` → `ended` → `uploaded` → `deleted` (by a person) or `gone` (the provider no longer has it), or instead of a
 * video `failed`. Callbacks may come in any order, so the state only ever moves forward.
 */
export type RecordingState = 'started' | 'ended' | 'uploaded' | 'failed' | 'deleted' | 'gone';

const AFTER: Readonly<Record<RecordingState, readonly RecordingState[]>> = {
  started: ['ended', 'uploaded', 'failed', 'deleted', 'gone'],
  ended: ['uploaded', 'failed', 'deleted', 'gone'],
  uploaded: ['deleted', 'gone'],
  failed: [],
  deleted: [],
  gone: [],
};

/** The state after `event`, or `ignored` when the recording is already there or further. */
export function transition(state: RecordingState | null, event: RecordingState): RecordingState | 'ignored' {
  return state === null || AFTER[state].includes(event) ? event : 'ignored';
}

/** The channel messages a recording has, in the order they appear. */
export const STAGES = ['started', 'ended', 'failed', 'ready'] as const;
export type Stage = (typeof STAGES)[number];

/** What has become of it in the end: whoever hears of nothing else hears of that. */
export function isOutcome(stage: Stage): boolean {
  return stage === 'ready' || stage === 'failed';
}

/** One recording of one session. Times are epoch milliseconds. */
export interface Recording {
  readonly recordingId: string;
  readonly sessionId: string;
  readonly provider: string;
  /** Null until the session's room is known. */
  readonly roomKey: string | null;
  readonly state: RecordingState;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** As the provider counted it, in seconds; only used when a start or an end is missing. */
  readonly durationSeconds: number | null;
  /** When it was read back through the API; null: not yet, so it is not announced as ready. */
  readonly confirmedAt: number | null;
  /** Why there is no video, in the provider's own words; null: it did not say, or the recording has not failed. */
  readonly failure: string | null;
  readonly deletedBy: string | null;
  readonly removedAt: number | null;
  /** Found at the provider although none of its callbacks came: it is only announced as ready. */
  readonly adopted: boolean;
  readonly createdAt: number;
}

/** Length in whole seconds: end − start as read back, else what the provider counted, else null. */
export function lengthSeconds(
  recording: Pick<Recording, 'startedAt' | 'endedAt' | 'durationSeconds'>,
): number | null {
  const { startedAt, endedAt, durationSeconds } = recording;
  if (startedAt !== null && endedAt !== null && endedAt >= startedAt) {
    return Math.round((endedAt - startedAt) / 1000);
  }
  return durationSeconds;
}
