import type { Audience, ChannelMessage } from '../domain/channel-message.ts';
import { latenessOf } from '../domain/lateness.ts';
import type { Policy } from '../domain/policy.ts';
import { lengthSeconds, type Recording, type Stage } from '../domain/recording.ts';
import type { Position } from '../domain/recording-row.ts';
import { keptUntil } from '../domain/retention.ts';
import type { Room } from '../domain/room.ts';

/** Where the "ready" message stands. Null: it was posted, but somebody deleted it. */
export type ReadyMessage = 'not-yet' | { readonly permalink: string | null };

/** Everything the messages about a recording are made of. */
export interface RecordingFacts {
  readonly recording: Recording;
  readonly room: Room;
  /** The session's recordings in order, this one among them. */
  readonly ofSession: readonly Recording[];
  readonly keptDays: number;
  /** Of the room's channel. */
  readonly policy: Policy;
  readonly ready: ReadyMessage;
  /** Has a message of its own told, or will tell, that the recording ended? */
  readonly endTold: boolean;
  readonly audience: Audience;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The messages a recording has by its state, in order; a removed one gets no new ones. */
export function stagesOf(recording: Recording): readonly Stage[] {
  const { state, confirmedAt, adopted } = recording;
  if (isRemoved(recording)) return [];
  if (state === 'started') return ['started'];
  if (state === 'ended') return ['started', 'ended'];
  if (state === 'failed') return adopted ? ['failed'] : ['started', 'ended', 'failed'];
  if (confirmedAt === null) return [];
  return adopted ? ['ready'] : ['started', 'ended', 'ready'];
}

export function isRemoved({ state }: Pick<Recording, 'state'>): boolean {
  return state === 'deleted' || state === 'gone';
}

/** When a recording began, as well as is known. */
export function startOf({ startedAt, createdAt }: Pick<Recording, 'startedAt' | 'createdAt'>): number {
  return startedAt ?? createdAt;
}

/** When a recording ended, as well as is known. */
export function endOf(recording: Pick<Recording, 'startedAt' | 'endedAt' | 'createdAt'>): number {
  return recording.endedAt ?? startOf(recording);
}

export function positionOf(
  recordingId: string,
  ofSession: readonly Pick<Recording, 'recordingId'>[],
): Position {
  if (ofSession.length < 2) return null;
  return { index: ofSession.findIndex((r) => r.recordingId === recordingId) + 1, of: ofSession.length };
}

export function messageOf(stage: Stage, facts: RecordingFacts): ChannelMessage {
  const { recording, room } = facts;
  const { recordingId } = recording;
  switch (stage) {
    case 'started':
      return {
        kind: 'recording-started',
        recordingId,
        roomKey: room.roomKey,
        title: room.title,
        startedAt: startOf(recording),
        joinUrl: recording.state === 'started' ? room.joinUrl : null,
      };
    case 'ended':
      return {
        kind: 'recording-ended',
        recordingId,
        title: room.title,
        lengthSeconds: lengthSeconds(recording),
        next: nextOf(facts),
      };
    case 'failed':
      return {
        kind: 'recording-failed',
        recordingId,
        title: room.title,
        startedAt: startOf(recording),
        reason: recording.failure,
      };
    case 'ready':
      return isRemoved(recording) ? removedMessage(facts) : readyMessage(facts);
  }
}

function nextOf({ recording, ready, now }: RecordingFacts) {
  if (isRemoved(recording)) return { kind: 'removed' } as const;
  if (recording.state === 'failed') return { kind: 'failed' } as const;
  if (ready === 'not-yet') return { kind: latenessOf(endOf(recording), now) };
  return { kind: 'ready', permalink: ready.permalink } as const;
}

function readyMessage({
  recording,
  room,
  ofSession,
  keptDays,
  policy,
  endTold,
  audience,
}: RecordingFacts): ChannelMessage {
  return {
    kind: 'recording-ready',
    recordingId: recording.recordingId,
    title: room.title,
    hostUserId: room.hostUserId,
    hostName: room.hostName,
    startedAt: startOf(recording),
    endedAt: endTold ? null : recording.endedAt,
    lengthSeconds: lengthSeconds(recording),
    position: positionOf(recording.recordingId, ofSession),
    keptUntil: keptUntil(endOf(recording), keptDays),
    audience,
    whoOpens: policy.seeLinks,
    whoDeletes: policy.deleteRecordings,
    timeZone: room.timeZone,
  };
}

function removedMessage({ recording, room }: RecordingFacts): ChannelMessage {
  const { recordingId, deletedBy } = recording;
  const at = recording.removedAt ?? recording.createdAt;
  const what = { recordingId, title: room.title, startedAt: startOf(recording) };
  return deletedBy === null
    ? { kind: 'recording-gone', ...what, goneSince: at }
    : { kind: 'recording-deleted', ...what, deletedBy, deletedAt: at };
}
