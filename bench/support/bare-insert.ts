import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import express from 'express';

/** The peer of the `callback` benchmark: Express 5 and one fully synced insert per request. */
const database = new BetterSqlite3(join(mkdtempSync(join(tmpdir(), 'bare-insert-')), 'bare.db'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('create table callbacks (id integer primary key, body text not null)');
const insert = database.prepare('insert into callbacks (body) values (?)');

const app = express();
app.post('/callbacks/meetings/:token', express.raw({ type: () => true }), (request, response) => {
  insert.run(String(request.body));
  response.status(204).end();
});
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
