import { answerLater } from './answer.ts';
import type { ReplyTo } from './job-payloads.ts';
import type { Tables } from './ports/storage.ts';
import { updateHomeLater } from './update-home-later.ts';

export interface RemindersChoice {
  readonly wanted: boolean;
  readonly reply: ReplyTo;
  readonly now: number;
}

/** A person wants reminders from now on, or none. Their Home shows it; asked elsewhere, they are told so. */
export async function chooseReminders(
  tables: Tables,
  { wanted, reply, now }: RemindersChoice,
): Promise<void> {
  if (!(await tables.inbox.accept(reply.requestKey, 'choose-reminders', now))) return;
  await tables.people.setReminders(reply.teamId, reply.userId, wanted);
  await updateHomeLater(tables, reply);
  if (reply.channelId !== '') await answerLater(tables, reply, { kind: 'reminders-chosen', wanted });
}
