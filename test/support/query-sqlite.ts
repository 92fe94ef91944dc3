import BetterSqlite3 from 'better-sqlite3';

/** Runs one statement on a database that others may be using, and gives its rows if it has any. */
export function querySqlite<Row>(file: string, query: string): Row[] {
  const database = new BetterSqlite3(file, { timeout: 5_000 });
  try {
    const statement = database.prepare(query);
    if (statement.reader) return statement.all() as Row[];
    statement.run();
    return [];
  } finally {
    database.close();
  }
}
