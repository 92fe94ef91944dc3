import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { sqliteJobsIn } from '../../src/jobs/sqlite-jobs.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import type { Tables } from '../../src/usecases/ports/storage.ts';
import { announceRoom, sampleReply } from './sample-jobs.ts';
import {
  PROVIDER,
  START,
  sampleProfile,
  sampleRecording,
  sampleRoom,
  sampleVideoRoom,
} from './sample-rows.ts';

export interface FullSqlite {
  readonly file: string;
  /** Names of our tables, in order. */
  readonly tables: readonly string[];
  sql<Row = Record<string, unknown>>(query: string): Row[];
}

const TABLES =
  "select name from sqlite_master where type = 'table' and name not like 'kysely%' order by name";

/** More than are moved in one go. */
export const INBOX_ROWS = 1_200;

/** A database file that nobody serves, with rows in every table. */
export async function fullSqlite(): Promise<FullSqlite> {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-full-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'roomtone.db');
  const storage = await openSqlite({ file, jobsIn: (tx) => sqliteJobsIn(tx, () => START) });
  await storage.transaction(fill);
  await storage.close();
  const database = new BetterSqlite3(file);
  onTestFinished(() => void database.close());
  database.exec(
    "update jobs set state = 'buried', last_error = 'bad_payload: no', attempts = 3 where lane = 'r2'",
  );
  database.exec("update jobs set state = 'running', attempts = 1 where lane = 'r3'");
  const tables = database.prepare(TABLES).pluck().all() as string[];
  return { file, tables, sql: <Row>(query: string) => database.prepare(query).all() as Row[] };
}

async function fill(tables: Tables): Promise<void> {
  await tables.rooms.insert(sampleRoom({ title: 'R&D “ö” 🎥', closes: { kind: 'after', durationMs: 1 } }), 0);
  await tables.rooms.insert(sampleRoom({ roomKey: 'room-2', direct: true, hostOnly: true }), 0);
  await tables.rooms.listedUpTo(PROVIDER, 2293905);
  await tables.sessions.touch({ provider: PROVIDER, sessionId: 'session-1', providerRoomId: 'p-1' }, START);
  await tables.sessions.setParticipants(
    'session-1',
    [{ participantId: 'p1', name: "O'Hara", isHost: true }],
    null,
  );
  await tables.recordings.insert(sampleRecording({ endedAt: START + 1, durationSeconds: 7 }));
  await tables.posts.begin('recording:1', 'started', 'C1');
  await tables.posts.begin('recording:1', 'ended', 'C1');
  await tables.pauses.hold('channel:C1', START + 2);
  for (let n = 0; n < INBOX_ROWS; n++) await tables.inbox.accept(`slack:${n}`, 'callback', START + n);
  await tables.audit.add({ teamId: 'T1', at: START, userId: 'U1', action: 'delete', subject: 'recording:1' });
  await tables.settings.choose('T1', 'C1', { notify: 'quiet', locale: 'de-DE', reminders: false });
  await tables.reminders.add('reminder:T1:U1:2026-11-27', ['recording-1']);
  await tables.videoRooms.insert(sampleVideoRoom({ activeSessionId: 'session-1' }));
  await tables.people.remember(sampleProfile({ locale: 'de-DE' }), START);
  for (const lane of ['r1', 'r2', 'r3']) await tables.jobs.enqueue(announceRoom(lane));
  await tables.jobs.enqueue({ name: 'still-working', payload: { reply: sampleReply }, runAt: START + 1 });
}
