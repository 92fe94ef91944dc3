import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closingAfterSession } from '../../src/domain/room.ts';
import { type OpenSession, type RoomLife, roomNow } from '../../src/domain/room-now.ts';
import type { Participant } from '../../src/domain/session.ts';

const START = Date.UTC(2026, 10, 22, 13, 2);
const MINUTE_MS = 60_000;

const guest = (name: string): Participant => ({ participantId: name, name, isHost: false });
const host: Participant = { participantId: 'h', name: 'Ada', isHost: true };
const session = (changes: Partial<OpenSession> = {}): OpenSession => ({
  startedAt: START,
  participants: [host],
  emptySince: null,
  isRecorded: false,
  ...changes,
});
const life = (changes: Partial<RoomLife> = {}): RoomLife => ({
  state: 'open',
  sessions: [],
  lastEndedAt: null,
  ...changes,
});
const inSession = {
  kind: 'in-session',
  since: START,
  inside: { names: ['Ada'], others: 0 },
  isRecorded: false,
};

describe('what goes on in a room', () => {
  test.each<[string, RoomLife, unknown]>([
    ['nobody has come yet', life(), { kind: 'open' }],
    ['somebody is in', life({ sessions: [session()] }), inSession],
    ['recorded', life({ sessions: [session({ isRecorded: true })] }), { ...inSession, isRecorded: true }],
    [
      'begun, nobody named yet',
      life({ sessions: [session({ startedAt: null, participants: [] })] }),
      { ...inSession, since: null, inside: { names: [], others: 0 } },
    ],
    [
      'everybody has left, its end not told yet',
      life({ sessions: [session({ participants: [], emptySince: START + 5 })] }),
      { kind: 'between', since: START + 5 },
    ],
    ['ended', life({ lastEndedAt: START + 9 }), { kind: 'between', since: START + 9 }],
    [
      'ended, and one more that everybody has left',
      life({ sessions: [session({ participants: [], emptySince: START + 5 })], lastEndedAt: START + 2 }),
      { kind: 'between', since: START + 5 },
    ],
    ['in session once more', life({ sessions: [session()], lastEndedAt: START - 9 }), inSession],
    [
      'two sessions without an end',
      life({
        sessions: [
          session({ startedAt: START + 7, participants: [guest('Ben')] }),
          session({ isRecorded: true }),
        ],
      }),
      { ...inSession, inside: { names: ['Ada', 'Ben'], others: 0 }, isRecorded: true },
    ],
    ['closed, whatever was', life({ state: 'expired', sessions: [session()] }), { kind: 'expired' }],
  ])('%s', (_what, of, now) => {
    expect(roomNow(of)).toEqual(now);
  });
});

describe('who is in', () => {
  test.each([
    [['Ben', 'Cem'], ['Ada', 'Ben', 'Cem'], 0],
    [['Ben', 'Cem', 'Dora'], ['Ada', 'Ben'], 2],
    [['Ben', 'Cem', 'Dora', 'Eve'], ['Ada', 'Ben'], 3],
  ])('the host and %j: %j are named, %d are not', (guests, names, others) => {
    const now = roomNow(life({ sessions: [session({ participants: [...guests.map(guest), host] })] }));

    expect(now).toMatchObject({ inside: { names, others } });
  });

  test('any number of people: three names at most, all of them counted, one other never alone', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.string(), isHost: fc.boolean() })), (people) => {
        const participants = people.map((one, n) => ({ ...one, participantId: String(n) }));
        const now = roomNow(life({ sessions: [session({ participants })] }));

        if (now.kind !== 'in-session') throw new Error(now.kind);
        const { names, others } = now.inside;
        expect(names.length).toBeLessThanOrEqual(3);
        expect(names.length + others).toBe(people.length);
        expect(others).not.toBe(1);
      }),
    );
  });
});

describe('a session has ended: when its room closes', () => {
  const closes = { kind: 'after', durationMs: 30 * 86_400_000 } as const;
  const longTerm = { closes, closesAfterSession: false, expiresAt: START + 600 * MINUTE_MS };
  const last = { ...longTerm, closesAfterSession: true };
  const inTen = START + 10 * MINUTE_MS;

  test.each([
    ['instant', { ...longTerm, closes: null, expiresAt: START - 20 * MINUTE_MS }, inTen],
    ['long-term', longTerm, undefined],
    ['long-term, closing after this session', last, inTen],
    ['the same without a date', { ...last, expiresAt: null }, inTen],
    ['the same, its own time nearly over', { ...last, expiresAt: START + MINUTE_MS }, undefined],
    ['the same, after one more session in those minutes', { ...last, expiresAt: START - MINUTE_MS }, inTen],
  ])('%s', (_what, room, at) => {
    expect(closingAfterSession(room, START)).toBe(at);
  });
});
