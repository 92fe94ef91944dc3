import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely, SqliteDialect, type Transaction } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { hosted } from '../../src/storage/hosted.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { listRecordings } from '../../src/storage/recording-lists.ts';
import { recordingsTable } from '../../src/storage/recordings.ts';
import { remindersTable } from '../../src/storage/reminders.ts';
import { listRooms, roomsInSession, unfinishedRooms } from '../../src/storage/rooms-listed.ts';
import type { Schema, SqliteSchema } from '../../src/storage/schema.ts';

interface Asked {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** How SQLite goes about what `work` asks it, step by step. */
async function planOf(work: (tx: Transaction<Schema>) => Promise<unknown>): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-plans-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'roomtone.db');
  const asked: Asked[] = [];
  const dialect = new SqliteDialect({ database: new BetterSqlite3(file) });
  const db = new Kysely<SqliteSchema>({ dialect, log: ({ query }) => void asked.push(query) });
  await migrate(db, 'sqlite');
  asked.length = 0;
  await db.transaction().execute((tx) => work(tx as unknown as Transaction<Schema>));
  await db.destroy();

  const reader = new BetterSqlite3(file, { readonly: true });
  onTestFinished(() => void reader.close());
  const selects = asked.filter(({ sql }) => sql.startsWith('select'));
  expect(selects.length).toBeGreaterThan(0);
  return selects.flatMap(({ sql, parameters }) => {
    const steps = reader.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[];
    return steps.map(({ detail }) => detail);
  });
}

const place = { teamId: 'T1', channelId: 'C1' };
const everything = { text: 'budget', hostUserId: 'U1', from: 1, to: 2, roomKey: 'r' };
const cursor = { createdAt: 1, recordingId: 'r' };
const due = { provider: 'vonage-meetings', first: 2, second: 1, gone: 0 };
const host = { teamId: 'T1', userId: 'U1' };

test.each<[string, Parameters<typeof planOf>[0]]>([
  ['all of a channel', (tx) => listRecordings(tx, place, { limit: 11 })],
  ['the next page', (tx) => listRecordings(tx, place, { limit: 11, after: cursor })],
  ['the page before', (tx) => listRecordings(tx, place, { limit: 11, before: cursor })],
  ['every filter at once', (tx) => listRecordings(tx, { ...place, ...everything }, { limit: 11 })],
])('a list of recordings, %s: by an index, in whose order it stands already', async (_what, work) => {
  const plan = await planOf(work);

  expect(plan.filter((step) => /^SCAN|TEMP B-TREE/.test(step))).toEqual([]);
  expect(plan.join('\n')).toMatch(/SEARCH recordings USING INDEX recordings_(channel|posted|room)/);
});

const roomCursor = { isOpen: true, createdAt: 1, roomKey: 'r' };

test.each<[string, Parameters<typeof planOf>[0]]>([
  ['all of a channel', (tx) => listRooms(tx, place, { limit: 11 })],
  ['the next page', (tx) => listRooms(tx, place, { limit: 11, after: roomCursor })],
  ['the page before', (tx) => listRooms(tx, place, { limit: 11, before: roomCursor })],
  ['the one somebody is in', (tx) => roomsInSession(tx, place)],
])('a list of rooms, %s: by an index, in whose order it stands already', async (_what, work) => {
  const plan = await planOf(work);

  expect(plan.filter((step) => /^SCAN|TEMP B-TREE/.test(step))).toEqual([]);
  expect(plan.join('\n')).toContain('SEARCH rooms USING INDEX rooms_listed');
});

test.each<[string, Parameters<typeof planOf>[0]]>([
  ['unfinished rooms', (tx) => unfinishedRooms(tx, { place, asked: { by: 'U1', since: 0 }, limit: 5 })],
  ['rooms of a host', (tx) => hosted(tx).rooms(host, { state: 'open', since: 0 }, 21)],
  ['recordings of a host', (tx) => hosted(tx).recordings(host, 42)],
  ['what goes soon', (tx) => hosted(tx).expiring(host, { provider: 'vonage-meetings', after: 0, by: 1 }, 21)],
  ['several sessions', (tx) => recordingsTable(tx).ofSessions(['s1', 's2'])],
  ['hosts to be reminded', (tx) => remindersTable(tx).hostsDue(due, 100)],
  ['what to remind a host of', (tx) => remindersTable(tx).dueOf(host, due, 100)],
  ['what a reminder speaks of', (tx) => remindersTable(tx).recordingsOf('reminder:1')],
  ['the reminders that speak of something', (tx) => remindersTable(tx).subjectsOf('r')],
])('%s: no table is read from end to end', async (_what, work) => {
  expect((await planOf(work)).filter((step) => /^SCAN/.test(step))).toEqual([]);
});
