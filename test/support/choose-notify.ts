import BetterSqlite3 from 'better-sqlite3';
import type { Notify } from '../../src/domain/settings.ts';
import type { Roomtone } from './roomtone.ts';

/** What the members of a channel have chosen for it, in the app's SQLite file. */
export function chooseNotify(app: Roomtone, channelId: string, notify: Notify): void {
  const database = new BetterSqlite3(String(app.env['DATABASE_URL']).slice('file:'.length), {
    timeout: 5_000,
  });
  database
    .prepare(
      `insert into settings (team_id, channel_id, notify) values ('T0SANDBOX', ?, ?)
       on conflict (team_id, channel_id) do update set notify = excluded.notify`,
    )
    .run(channelId, notify);
  database.close();
}
