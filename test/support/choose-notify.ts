import BetterSqlite3 from 'better-sqlite3';
import type { Notify } from '../../src/domain/settings.ts';
import type { Roomtone } from './roomtone.ts';

/** What the members of a channel have chosen for it, in the app's SQLite file. */
export function chooseNotify(app: Roomtone, channelId: string, notify: Notify): void {
  choose(app, channelId, 'notify', notify);
}

/** The same for the language of a channel's messages, as Slack writes it. */
export function chooseLanguage(app: Roomtone, channelId: string, locale: string): void {
  choose(app, channelId, 'locale', locale);
}

/** The same for whether hosts are reminded before recordings of that channel go. */
export function chooseReminders(app: Roomtone, channelId: string, reminders: boolean): void {
  choose(app, channelId, 'reminders', reminders ? 1 : 0);
}

function choose(
  app: Roomtone,
  channelId: string,
  column: 'notify' | 'locale' | 'reminders',
  value: string | number,
): void {
  const database = new BetterSqlite3(String(app.env['DATABASE_URL']).slice('file:'.length), {
    timeout: 5_000,
  });
  database
    .prepare(
      `insert into settings (team_id, channel_id, ${column}) values ('T0SANDBOX', ?, ?)
       on conflict (team_id, channel_id) do update set ${column} = excluded.${column}`,
    )
    .run(channelId, value);
  database.close();
}
