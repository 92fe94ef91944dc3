import type { ReplyTo } from '../../usecases/job-payloads.ts';
import type { ListenerDeps } from './deps.ts';

/** The person's language as far as we know it; English for somebody we have not met. */
export async function localeOf({ storage }: ListenerDeps, { teamId, userId }: ReplyTo): Promise<string> {
  const known = await storage.transaction(({ people }) => people.locale(teamId, userId, 0));
  return known ?? 'en-US';
}
