import { sql, type Transaction } from 'kysely';
import { ConfigError } from '../errors.ts';
import type { JobsTable, Schema, SqliteSchema } from './schema.ts';

export interface Move {
  /** Nothing may run in there: jobs wait or are buried. */
  readonly from: Transaction<SqliteSchema>;
  readonly to: Transaction<Schema>;
  /** Puts jobs, some at a time, into the target's own queue, inside the transaction of the move. */
  readonly takeJobs: (tx: Transaction<Schema>, jobs: readonly JobsTable[]) => Promise<void>;
}

export interface MovedTable {
  readonly table: string;
  readonly rows: number;
}

/** Every table that both databases hold, with its key. */
const KEYS: { readonly [Table in keyof Schema]: readonly (keyof Schema[Table] & string)[] } = {
  rooms: ['room_key'],
  room_lists: ['provider'],
  sessions: ['session_id'],
  recordings: ['recording_id'],
  posts: ['subject', 'stage'],
  pauses: ['key'],
  inbox: ['key'],
  audit: ['entry_id'],
  people: ['team_id', 'user_id'],
  settings: ['team_id', 'channel_id'],
  reminders: ['recording_id', 'subject'],
  video_rooms: ['provider_room_id'],
};

/** Rows on their way at the same time. */
const BATCH = 500;

type Row = Record<string, unknown>;
/** To a copy all tables are the same. */
type AnyTables = Transaction<Record<string, Row>>;

/**
 * Copies every row and every job, in the order of their keys. Throws ConfigError when the target holds something
 * already, and an error when fewer or more rows stand there at the end than in the source.
 */
export async function moveRows(move: Move): Promise<readonly MovedTable[]> {
  const from = move.from as unknown as AnyTables;
  const to = move.to as unknown as AnyTables;
  for (const table of Object.keys(KEYS)) {
    if ((await countRows(to, table)) > 0) throw notEmpty(table);
  }
  const moved: MovedTable[] = [];
  for (const [table, key] of Object.entries(KEYS)) {
    for await (const rows of inBatches(from, table, key)) {
      await to.insertInto(table).values(rows).execute();
    }
    moved.push({ table, rows: await countBoth(from, to, table) });
  }
  for await (const jobs of inBatches(from, 'jobs', ['job_id'])) {
    await move.takeJobs(move.to, jobs as unknown as JobsTable[]);
  }
  return [...moved, { table: 'jobs', rows: await countRows(from, 'jobs') }];
}

async function* inBatches(tx: AnyTables, table: string, key: readonly string[]): AsyncGenerator<Row[]> {
  const order = sql.join(key.map((column) => sql.ref(column)));
  let batch: Row[] = [];
  for await (const row of tx.selectFrom(table).selectAll().orderBy(order).stream()) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function countBoth(from: AnyTables, to: AnyTables, table: string): Promise<number> {
  const [expected, arrived] = [await countRows(from, table), await countRows(to, table)];
  if (arrived !== expected) throw new Error(`Of ${expected} ${table}, ${arrived} arrived`);
  return arrived;
}

async function countRows(tx: AnyTables, table: string): Promise<number> {
  const counted = await tx
    .selectFrom(table)
    .select((e) => e.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return counted.rows;
}

function notEmpty(table: string): ConfigError {
  return new ConfigError([
    `The database to move to holds ${table} already, and moving would mix the two. Name an empty one.`,
  ]);
}
