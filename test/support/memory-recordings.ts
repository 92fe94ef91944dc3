import type { Recording } from '../../src/domain/recording.ts';
import type { Recordings } from '../../src/usecases/ports/recordings.ts';

/** {@link Recordings} in memory, but for the list of a channel; held to the same contract as those in a database. */
export function memoryRecordings(): Omit<Recordings, 'list'> {
  const rows = new Map<string, Recording>();
  const ofSessions = (sessionIds: readonly string[]) =>
    [...rows.values()]
      .filter((r) => sessionIds.includes(r.sessionId))
      .toSorted((a, b) => Number(a.startedAt) - Number(b.startedAt));
  return {
    find: async (recordingId) => rows.get(recordingId),
    async insert(recording) {
      if (rows.has(recording.recordingId)) return false;
      rows.set(recording.recordingId, recording);
      return true;
    },
    async advance(recording, to) {
      if (rows.get(recording.recordingId)?.state !== recording.state) return false;
      rows.set(recording.recordingId, { ...recording, ...to });
      return true;
    },
    drop: async (recordingId) => void rows.delete(recordingId),
    async claimOfSession(sessionId, roomKey) {
      const claimed = [...rows.values()].filter((r) => r.sessionId === sessionId && r.roomKey === null);
      for (const recording of claimed) rows.set(recording.recordingId, { ...recording, roomKey });
      return claimed.map(({ recordingId }) => recordingId);
    },
    ofSession: async (sessionId) => ofSessions([sessionId]),
    ofSessions: async (sessionIds) => ofSessions(sessionIds),
  };
}
