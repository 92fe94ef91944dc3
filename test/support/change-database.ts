import BetterSqlite3 from 'better-sqlite3';
import type { Roomtone } from './roomtone.ts';

/** Changes the file of a running app from beside it, as an operator or an accident might. */
export function changeDatabase(app: Pick<Roomtone, 'env'>, statements: string): void {
  const database = new BetterSqlite3(String(app.env['DATABASE_URL']).slice('file:'.length));
  try {
    database.exec(statements);
  } finally {
    database.close();
  }
}
