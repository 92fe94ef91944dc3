import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { sessionStarted } from './callback-request.ts';

/**
 * A peer of `callback`: a loop of one fully synced commit per row, without HTTP. Arguments: a folder and how many rows;
 * prints commits per second.
 */
const [folder = '.', rows = '1000'] = process.argv.slice(2);
const database = new BetterSqlite3(join(folder, 'bare-commits.db'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('create table if not exists callbacks (id integer primary key, body text not null)');
const insert = database.prepare('insert into callbacks (body) values (?)');

const bodies = Array.from({ length: Number(rows) }, (_, n) => sessionStarted(n).body);
const startedAt = performance.now();
for (const body of bodies) insert.run(body);
process.stdout.write(`${bodies.length / ((performance.now() - startedAt) / 1_000)}\n`);
