import { updateStale } from './bring-up-to-date.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';
import type { Tables } from './ports/storage.ts';
import { reminderMessage } from './reminder-message.ts';

/** A recording is no more: the reminders that speak of it say so, and lose its buttons. */
export async function updateRemindersLater(tables: Tables, recordingId: string): Promise<void> {
  for (const subject of await tables.reminders.subjectsOf(recordingId)) {
    await tables.jobs.enqueue({ name: 'update-reminder', lane: subject, payload: { subject } });
  }
}

/** Brings a reminder up to date with the recordings it speaks of. */
export async function updateReminder(
  deps: Deps,
  { subject }: JobPayloads['update-reminder'],
): Promise<undefined> {
  const { post, recordings } = await deps.storage.transaction(async (tables) => ({
    post: await tables.posts.find(subject, 'reminder'),
    recordings: await tables.reminders.recordingsOf(subject),
  }));
  if (post === undefined) return;
  const [, teamId = '', userId = ''] = subject.split(':');
  const host = await deps.workspace.profile(teamId, userId);
  await updateStale(deps, post, {
    subject,
    stage: 'reminder',
    message: await reminderMessage(deps, { subject, recordings, host }),
    to: { teamId, channelId: post.channelId, threadTs: null, locale: host.locale },
  });
}
