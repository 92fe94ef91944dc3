import { postWanted } from './bring-up-to-date.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';
import { postSubject } from './post-subject.ts';

/** Tells a channel what an admin has decided from there, and who it was; once. */
export async function announcePolicy(
  deps: Deps,
  { key, changes, reply, locale }: JobPayloads['announce-policy'],
): Promise<undefined> {
  const { teamId, channelId, userId } = reply;
  const subject = postSubject.policy(key);
  const post = await deps.storage.transaction((tables) => tables.posts.find(subject, 'policy'));
  if (post !== undefined && post.state !== 'sending') return;
  await postWanted(deps, {
    subject,
    stage: 'policy',
    message: { kind: 'policy-changed', key, changedBy: userId, changes },
    to: { teamId, channelId, threadTs: null, locale },
  });
}
