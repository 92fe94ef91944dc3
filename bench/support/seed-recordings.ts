import { randomUUID } from 'node:crypto';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import type { Schema } from '../../src/storage/schema.ts';
import { sessionIdAt } from './meetings-ids.ts';
import type { SeededRoom } from './seed-rooms.ts';

const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;
/** Over that time the recordings were made; the inbox remembers the last week of it. */
const SPREAD_MS = 365 * DAY_MS;
const INBOX_MS = 7 * DAY_MS;
const ROWS_PER_TRANSACTION = 10_000;

/** Whole rows: whoever adds a column has to say here what it holds. */
type Insert = <Table extends keyof Schema>(table: Table, row: Schema[Table]) => void;

/**
 * Fills an embedded database that nobody serves with recordings as they are after a year: one per session, uploaded, with
 * their three messages in the channel, spread evenly over the rooms, oldest first. Straight into the tables, since a
 * million of them through callbacks would take a day of Slack's pace.
 */
export function seedRecordings(file: string, rooms: readonly SeededRoom[], total: number): void {
  const database = new BetterSqlite3(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -500000');
  const insert = insertInto(database);
  const rebuild = dropIndexes(database);
  const now = Date.now();
  for (let from = 0; from < total; from += ROWS_PER_TRANSACTION) {
    database.transaction(() => {
      for (let n = from; n < Math.min(from + ROWS_PER_TRANSACTION, total); n++) {
        const room = rooms[n % rooms.length];
        const startedAt = Math.floor(now - SPREAD_MS + (n / total) * (SPREAD_MS - 2 * HOUR_MS));
        if (room !== undefined)
          seedRecording(insert, { room, startedAt, inInbox: startedAt > now - INBOX_MS });
      }
    })();
  }
  rebuild();
  database.exec('analyze');
  database.pragma('wal_checkpoint(truncate)');
  database.close();
}

function seedRecording(
  insert: Insert,
  { room, startedAt, inInbox }: { room: SeededRoom; startedAt: number; inInbox: boolean },
): void {
  const endedAt = startedAt + HOUR_MS;
  const recordingId = randomUUID();
  const sessionId = sessionIdAt(startedAt);
  const { roomKey: room_key, teamId: team_id, channelId: channel_id } = room;
  const ofRoom = { room_key, provider: 'vonage-meetings', created_at: startedAt };
  const times = { started_at: startedAt, ended_at: endedAt };
  insert('sessions', {
    ...{ session_id: sessionId, ...ofRoom, ...times, provider_room_id: room.providerRoomId },
    ...{ participants: '[]', empty_since: null, look_since: endedAt, look_at: null },
  });
  insert('recordings', {
    ...{ recording_id: recordingId, session_id: sessionId, ...ofRoom, ...times },
    ...{ team_id, channel_id, post_channel_id: channel_id, state: 'uploaded', duration_seconds: 3_600 },
    ...{
      confirmed_at: endedAt,
      failure: null,
      deleted_by: null,
      removed_at: null,
      adopted: 0,
      reminders_sent: 2,
    },
  });
  for (const [n, stage] of ['started', 'ended', 'ready'].entries()) {
    insert('posts', {
      ...{ subject: `recording:${recordingId}`, stage, state: 'sent', channel_id },
      ...{ message_ts: `${Math.floor(startedAt / 1_000)}.00000${n}`, fingerprint: '0'.repeat(40) },
    });
  }
  if (!inInbox) return;
  const keys = ['started', 'ended', 'uploaded'].map(
    (kind) => `recording-${kind}:${recordingId}:${sessionId}`,
  );
  for (const key of [...keys, `session-started:${sessionId}`, `session-ended:${sessionId}`]) {
    insert('inbox', { key, kind: 'callback', accepted_at: endedAt, answered_at: null });
  }
}

/** Made again in one go at the end, they take a fraction of the time. */
function dropIndexes(database: Database): () => void {
  const indexes = database
    .prepare("select name, sql from sqlite_master where type = 'index' and sql is not null")
    .all() as { readonly name: string; readonly sql: string }[];
  for (const { name } of indexes) database.exec(`drop index ${name}`);
  return () => {
    for (const { sql } of indexes) database.exec(sql);
  };
}

/** Statements are kept by table: the rows of one have the same columns. */
function insertInto(database: Database): Insert {
  const statements = new Map<string, BetterSqlite3.Statement>();
  return (table, row) => {
    let statement = statements.get(table);
    if (statement === undefined) {
      const columns = Object.keys(row);
      statement = database.prepare(
        `insert into ${table} (${columns.join()}) values (${columns.map((c) => `@${c}`).join()})`,
      );
      statements.set(table, statement);
    }
    statement.run(row);
  };
}
