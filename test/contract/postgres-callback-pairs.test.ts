import { sql, type Transaction } from 'kysely';
import { expect, test, vi } from 'vitest';
import type { MeetingEvent } from '../../src/domain/meeting-event.ts';
import type { PostgresStorage } from '../../src/storage/postgres.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { applyMeetingEvent } from '../../src/usecases/apply-meeting-event.ts';
import type { Jobs } from '../../src/usecases/ports/jobs.ts';
import type { Tables } from '../../src/usecases/ports/storage.ts';
import { onPostgres } from '../support/on-postgres.ts';
import { openPostgresStorage } from '../support/open-postgres-storage.ts';
import { PROVIDER, START, sampleRoom } from '../support/sample-rows.ts';

const { freshDatabase } = onPostgres();

type Kind = MeetingEvent['kind'];

/** The callbacks of a recorded session, in the order they are sent. `mark` sets one meeting's ids apart. */
function lifecycle(mark: string): readonly MeetingEvent[] {
  const session = { sessionId: `session${mark}`, providerRoomId: `provider${mark}` };
  const ada = { ...session, participantId: 'p1', name: 'Ada', isHost: true };
  const recording = {
    sessionId: session.sessionId,
    providerRoomId: null,
    recordingId: `recording${mark}`,
    startedAt: START,
  };
  const ended = { ...recording, endedAt: START + 60_000, durationSeconds: 60 };
  return [
    { kind: 'session-started', ...session, startedAt: START },
    { kind: 'participant-joined', ...ada },
    { kind: 'recording-started', ...recording, endedAt: null, durationSeconds: null },
    { kind: 'participant-left', ...ada },
    { kind: 'session-ended', ...session, startedAt: START, endedAt: START + 60_000 },
    { kind: 'recording-ended', ...ended },
    { kind: 'recording-uploaded', ...ended },
  ];
}

const KINDS = lifecycle('').map(({ kind }) => kind);

/** A meeting of its own, whose callbacks come to the room's address or to the application's. */
async function openMeeting(storage: PostgresStorage, mark: string, address: 'room' | 'application') {
  const made = { state: 'open', providerRoomId: `provider${mark}` } as const;
  const room = sampleRoom({ roomKey: `room${mark}`, title: mark, ...made });
  await storage.transaction(({ rooms }) => rooms.insert(room, 0));
  const events = lifecycle(mark);
  return {
    async apply(tables: Tables, kind: Kind | undefined, now: number) {
      const event = events.find((one) => one.kind === kind);
      if (event === undefined) throw new Error(`No ${kind} in a lifecycle`);
      const to = address === 'room' ? room : undefined;
      await applyMeetingEvent(tables, { event, provider: PROVIDER, room: to, now });
    },
    /** All that is stored of it, without its mark. */
    async state() {
      const tables = { sessions: 'session_id', recordings: 'recording_id', asked: 'lane', inbox: 'key' };
      const found = Object.entries(tables).map(async ([table, key]) => {
        const query = `select * from ${table} where ${key} like '%' || $1 || '%' order by ${key}`;
        return (await storage.pool.query(query, [mark])).rows;
      });
      return JSON.stringify(await Promise.all(found)).replaceAll(mark, '');
    },
  };
}

/** A storage that remembers which lanes were asked for, inside the transaction that asks. */
async function openStorage() {
  const jobsIn = (tx: Transaction<Schema>): Jobs => ({
    async enqueue({ name, lane }) {
      await sql`insert into asked values (${name}, ${lane}) on conflict do nothing`.execute(tx);
    },
    countBuried: async () => 0,
    forgetResponseUrls: async () => false,
  });
  const { storage } = await openPostgresStorage(await freshDatabase(), { jobsIn });
  await storage.pool.query('create table asked (name text, lane text, primary key (name, lane))');
  return storage;
}

type Meeting = Awaited<ReturnType<typeof openMeeting>>;

/** The second one begins when the first is done but for its commit. */
async function applyTogether(storage: PostgresStorage, meeting: Meeting, [first, second]: readonly Kind[]) {
  const applied = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const one = storage.transaction(async (tables) => {
    await meeting.apply(tables, first, START + 1);
    applied.resolve();
    await release.promise;
  });
  await applied.promise;
  const other = storage.transaction((tables) => meeting.apply(tables, second, START + 2));
  await vi.waitUntil(() => someoneWaits(storage), { timeout: 5_000, interval: 1 });
  release.resolve();
  await Promise.all([one, other]);
}

async function someoneWaits({ pool }: PostgresStorage): Promise<boolean> {
  const waiting = "select 1 from pg_stat_activity where wait_event_type = 'Lock'";
  return (await pool.query(waiting)).rows.length > 0;
}

async function applyInTurn(storage: PostgresStorage, meeting: Meeting, [first, second]: readonly Kind[]) {
  await storage.transaction((tables) => meeting.apply(tables, first, START + 1));
  await storage.transaction((tables) => meeting.apply(tables, second, START + 2));
}

test.each([
  ['to the room’s address, the session unheard of', 'room', []],
  ['to the application’s address, the session unheard of', 'application', []],
  ['to the room’s address, the session going on', 'room', ['session-started', 'participant-joined']],
] as const)(
  'two callbacks of a session in two open transactions, %s: end as one after the other',
  async (_where, address, before) => {
    const storage = await openStorage();
    const meet = async (mark: string) => {
      const meeting = await openMeeting(storage, mark, address);
      for (const kind of before) await storage.transaction((tables) => meeting.apply(tables, kind, START));
      return meeting;
    };
    const together: Record<string, string> = {};
    const inTurn: Record<string, string> = {};

    for (const pair of KINDS.flatMap((first) => KINDS.map((second) => [first, second]))) {
      const atOnce = await meet(`#${pair} together#`);
      await applyTogether(storage, atOnce, pair);
      together[pair.join()] = await atOnce.state();
      const apart = await meet(`#${pair} in turn#`);
      await applyInTurn(storage, apart, pair);
      inTurn[pair.join()] = await apart.state();
    }

    expect(together).toEqual(inTurn);
    expect(Object.keys(together)).toHaveLength(KINDS.length ** 2);
    expect(new Set(Object.values(together)).size).toBeGreaterThan(KINDS.length);
  },
);
