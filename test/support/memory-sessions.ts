import type { Session } from '../../src/domain/session.ts';
import type { OverdueSessions, Sessions } from '../../src/usecases/ports/sessions.ts';

const MINUTE_MS = 60_000;

interface Row extends Session {
  readonly lookAt: number | null;
  readonly createdAt: number;
}

/** {@link Sessions} in memory; held to the same contract as those in a database. */
export function memorySessions(): Sessions {
  const rows = new Map<string, Row>();
  const found = (sessionId: string): Session | undefined => {
    const row = rows.get(sessionId);
    if (row === undefined) return undefined;
    const { lookAt: _lookAt, createdAt: _createdAt, ...session } = row;
    return session;
  };
  const change = (sessionId: string, changes: Partial<Row>, when = (_row: Row) => true): boolean => {
    const row = rows.get(sessionId);
    if (row === undefined || !when(row)) return false;
    rows.set(sessionId, { ...row, ...changes });
    return true;
  };
  const where = (is: (row: Row) => boolean) => [...rows.values()].filter(is);
  const isOpen = ({ endedAt }: Row) => endedAt === null;
  const isOverdue = (of: OverdueSessions) => (row: Row) =>
    isOpen(row) &&
    row.provider === of.provider &&
    ((row.emptySince !== null && row.emptySince <= of.emptySince) ||
      row.createdAt <= of.now - 24 * 60 * MINUTE_MS);

  return {
    async touch({ provider, sessionId, providerRoomId, roomKey = null, startedAt = null }, now) {
      const known = rows.get(sessionId);
      const row = known ?? { ...EMPTY, sessionId, provider, roomKey, createdAt: now };
      rows.set(sessionId, {
        ...row,
        providerRoomId: row.providerRoomId ?? providerRoomId,
        startedAt: startedAt ?? row.startedAt,
      });
      return found(sessionId) as Session;
    },
    find: async (sessionId) => found(sessionId),
    lock: async (sessionId) => found(sessionId),
    claim: async (sessionId, roomKey) => change(sessionId, { roomKey }, (row) => row.roomKey === null),
    unclaimedOf: async (provider, id) =>
      where((row) => row.roomKey === null && row.provider === provider && row.providerRoomId === id),
    end: async (sessionId, endedAt) =>
      change(sessionId, { endedAt, participants: [], emptySince: null }, isOpen),
    setParticipants: async (sessionId, participants, emptySince) =>
      void change(sessionId, { participants, emptySince }, isOpen),
    openIn: async (roomKey) => where((row) => row.roomKey === roomKey && isOpen(row)),
    async lastEndIn(roomKey) {
      const ends = where((row) => row.roomKey === roomKey).flatMap(({ endedAt }) => endedAt ?? []);
      return ends.length === 0 ? null : Math.max(...ends);
    },
    overdue: async (of, limit) =>
      where(isOverdue(of))
        .toSorted((a, b) => a.createdAt - b.createdAt)
        .slice(0, limit),
    lookFrom: async (sessionId, now, first) => void change(sessionId, { lookSince: now, lookAt: first }),
    lookAgain: async (sessionId, at) => void change(sessionId, { lookAt: at }),
    toLookAt: async (now, limit) =>
      where(({ roomKey, lookAt }) => roomKey !== null && lookAt !== null && lookAt <= now)
        .toSorted((a, b) => Number(a.lookAt) - Number(b.lookAt))
        .slice(0, limit)
        .map(({ sessionId }) => sessionId),
  };
}

const EMPTY = {
  roomKey: null,
  providerRoomId: null,
  startedAt: null,
  endedAt: null,
  participants: [],
  emptySince: null,
  lookSince: null,
  lookAt: null,
};
