import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** What people's Home shows, and which reminders speak of a recording; `schema.ts` says what the columns mean. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const people = () => db.schema.alterTable('people');
  await people().addColumn('home_opened_at', 'bigint').execute();
  await people().addColumn('home_fingerprint', 'text').execute();
  await db.schema
    .createTable('reminders')
    .addColumn('recording_id', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('reminders_key', ['recording_id', 'subject'])
    .execute();
  await sql`create index reminders_subject on reminders (subject)`.execute(db);
}
