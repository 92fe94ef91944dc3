import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import express from 'express';

/** A peer of `callback`: Express 5 and one fully synced insert per request. Its argument: a folder. */
const database = new BetterSqlite3(join(process.argv[2] ?? '.', 'bare-insert.db'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('create table if not exists callbacks (id integer primary key, body text not null)');
const insert = database.prepare('insert into callbacks (body) values (?)');

const app = express();
app.post('/callbacks/meetings/:token', express.raw({ type: () => true }), (request, response) => {
  insert.run(String(request.body));
  response.status(204).end();
});
app.listen(Number(process.env['PORT']), '127.0.0.1');
