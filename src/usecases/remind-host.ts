import { type ReminderDay, remindDays, reminderDay } from '../domain/reminder-time.ts';
import { ChannelGoneError, PersonGoneError, UpstreamRejectedError } from '../errors.ts';
import { postWanted } from './bring-up-to-date.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';
import { byGoing, goesAt, type KeptBy, keptByEach } from './kept.ts';
import type { RecordingOfRoom } from './ports/recordings.ts';
import type { RemindersDue } from './ports/reminders.ts';
import type { Tables } from './ports/storage.ts';
import type { Member, Profile } from './ports/workspace.ts';
import { postSubject } from './post-subject.ts';
import { reminderMessage } from './reminder-message.ts';

const DAY_MS = 86_400_000;
/** Far more than a host has in a week; the rest tomorrow. */
const MOST = 200;

/**
 * Tells a host in one direct message what goes within a week, and once more what goes by tomorrow; at most one message a
 * day, at a civil hour. Whoever wants no reminders, in no channel or not in that one, hears nothing, and nor does somebody
 * whose account is switched off.
 */
export async function remindHost(
  deps: Deps,
  { teamId, userId }: JobPayloads['remind-host'],
): Promise<undefined> {
  const host = await deps.workspace.profile(teamId, userId);
  const now = deps.clock.now();
  const day = reminderDay(now, host.timeZone);
  if (now < day.civilFrom && !host.isGone) return waitUntil(deps, { teamId, userId }, day.civilFrom);
  const today = postSubject.reminder(teamId, userId, day.date);
  const { due, wanted, subject, post } = await deps.storage.transaction(async (tables) => {
    const read = await readDue(deps, tables, { host: { teamId, userId }, day, now });
    const subject = (await leftUnsure(tables, read.due)) ?? today;
    return { ...read, subject, post: await tables.posts.find(today, 'reminder') };
  });
  if (post?.state === 'sent') return;
  const settle = (tables: Tables) => settleAll(deps, tables, { due, day });
  if (host.isGone || wanted.length === 0) {
    await deps.storage.transaction(async (tables) => {
      await settle(tables);
      // Whether one stands that was left without an answer stays open: nobody is to be reminded of nothing.
      await tables.posts.cancel(subject, 'reminder');
    });
    return;
  }
  await send(deps, { host, subject, recordings: wanted, settle });
}

/** They have moved to where it is early. */
function waitUntil(deps: Deps, host: Member, runAt: number): Promise<undefined> {
  const lane = `${host.teamId}:${host.userId}`;
  return deps.storage.transaction(async ({ jobs }) => {
    await jobs.enqueue({ name: 'remind-host', lane, payload: host, runAt });
    return undefined;
  });
}

function dueOn(day: ReminderDay, now: number, { provider, keptDays }: KeptBy): RemindersDue {
  const kept = keptDays * DAY_MS;
  const days = remindDays(keptDays);
  const endedBy = (daysBefore: number) => day.before(daysBefore) - kept - 1;
  return { provider, first: endedBy(days.first), second: endedBy(days.second), gone: now - kept };
}

async function readDue(
  deps: Deps,
  tables: Tables,
  { host, day, now }: { readonly host: Member; readonly day: ReminderDay; readonly now: number },
): Promise<{ readonly due: readonly RecordingOfRoom[]; readonly wanted: readonly RecordingOfRoom[] }> {
  const found: RecordingOfRoom[] = [];
  for (const keptBy of keptByEach(deps)) {
    found.push(...(await tables.reminders.dueOf(host, dueOn(day, now, keptBy), MOST)));
  }
  const due = byGoing(deps, found);
  if (!(await tables.people.wantsReminders(host.teamId, host.userId))) return { due, wanted: [] };
  const wanted: RecordingOfRoom[] = [];
  for (const one of due) {
    const { convenience } = await tables.settings.of(host.teamId, one.room.channelId);
    if (convenience.reminders) wanted.push(one);
  }
  return { due, wanted };
}

/**
 * An earlier reminder of one of these, of which nobody knows whether it stands: it is that one which is sent once more,
 * on whatever day, and counts as sent again.
 */
async function leftUnsure(tables: Tables, due: readonly RecordingOfRoom[]): Promise<string | undefined> {
  for (const { recording } of due) {
    for (const subject of await tables.reminders.subjectsOf(recording.recordingId)) {
      if ((await tables.posts.find(subject, 'reminder'))?.state === 'sending') return subject;
    }
  }
  return undefined;
}

async function settleAll(
  deps: Deps,
  tables: Tables,
  { due, day }: { readonly due: readonly RecordingOfRoom[]; readonly day: ReminderDay },
): Promise<undefined> {
  for (const { recording } of due) {
    const { keptDays } = deps.meetingsOf(recording.provider).storage;
    const isLast = goesAt(deps, recording) < day.before(remindDays(keptDays).second);
    await tables.reminders.settle(recording.recordingId, isLast ? 2 : 1);
  }
}

interface Sending {
  readonly host: Profile;
  readonly subject: string;
  readonly recordings: readonly RecordingOfRoom[];
  /** In the transaction that knows the message to be sent. */
  readonly settle: (tables: Tables) => Promise<undefined>;
}

async function send(deps: Deps, { host, subject, recordings, settle }: Sending): Promise<undefined> {
  const message = await reminderMessage(deps, { subject, recordings, host });
  const { teamId, userId, locale } = host;
  try {
    const channelId = await deps.workspace.directChannel(teamId, userId);
    const to = { teamId, channelId, threadTs: null, locale };
    const ids = recordings.map(({ recording }) => recording.recordingId);
    const onBegin = (tables: Tables) => tables.reminders.add(subject, ids);
    await postWanted(deps, { subject, stage: 'reminder', message, to, onBegin, onSent: settle });
  } catch (error) {
    // Somebody who takes no messages from us: asking again changes nothing.
    const isRefused = [UpstreamRejectedError, ChannelGoneError, PersonGoneError].some(
      (kind) => error instanceof kind,
    );
    if (!isRefused) throw error;
    deps.log.info({ teamId, userId }, 'a host could not be reminded');
    await deps.storage.transaction(settle);
  }
}
