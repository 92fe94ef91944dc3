import { remindDays, reminderDay } from '../domain/reminder-time.ts';
import type { KeptBy } from './kept.ts';
import type { RemindersDue } from './ports/reminders.ts';
import type { Tables } from './ports/storage.ts';

const DAY_MS = 86_400_000;
/** How often somebody looks for whom to remind. */
const EVERY_MS = 10 * 60_000;
/** Hosts looked at in one go; whoever has been reminded is none of them any more. */
const MOST_HOSTS = 2_000;

/** Has hosts reminded whose recordings go soon: each once a day, in civil hours of where they were last known to be. */
export async function remindHostsLater(tables: Tables, now: number, kept: readonly KeptBy[]): Promise<void> {
  const turn = Math.floor(now / EVERY_MS);
  if (!(await tables.inbox.accept(`remind-hosts:${turn}`, 'remind-hosts', now))) return;
  for (const keptBy of kept) await remindOf(tables, now, keptBy);
}

async function remindOf(tables: Tables, now: number, keptBy: KeptBy): Promise<void> {
  const hosts = await tables.reminders.hostsDue(dueBy(now, keptBy), MOST_HOSTS);
  for (const { teamId, userId, timeZone } of hosts) {
    const { date, civilFrom } = reminderDay(now, timeZone);
    if (now < civilFrom) continue;
    const key = `remind-host:${teamId}:${userId}:${date}`;
    if (!(await tables.inbox.accept(key, 'remind-host', now))) continue;
    const lane = `${teamId}:${userId}`;
    await tables.jobs.enqueue({ name: 'remind-host', lane, payload: { teamId, userId } });
  }
}

/** Whatever may be due on this day of any calendar; which of it is, the job finds out. */
function dueBy(now: number, { provider, keptDays }: KeptBy): RemindersDue {
  const days = remindDays(keptDays);
  const endedBefore = (daysLeft: number) => now - (keptDays - daysLeft) * DAY_MS;
  return {
    provider,
    first: endedBefore(days.first + 1),
    second: endedBefore(days.second + 1),
    gone: endedBefore(0),
  };
}
