import { createHash } from 'node:crypto';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';
import { readHome } from './read-home.ts';

/** Publishes what somebody's Home should show, unless it does already. Throws PausedError while it is not its turn. */
export async function updateHome(
  deps: Deps,
  { teamId, userId }: JobPayloads['update-home'],
): Promise<undefined> {
  const shown = await deps.storage.transaction(({ people }) => people.home(teamId, userId));
  if (shown === undefined) return;
  const person = await deps.workspace.profile(teamId, userId);
  if (person.isGone || person.teamId !== teamId) {
    return deps.storage.transaction(async ({ people }) => void (await people.closeHome(teamId, userId)));
  }
  const home = await readHome(deps, person);
  const { locale } = person;
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([home, locale]))
    .digest('base64url');
  if (fingerprint === shown.fingerprint) return;
  await deps.homes.publish({ teamId, userId, locale }, home, {
    // Without an answer to it nobody knows what it shows: what it is to show must be written once more.
    begin: ({ people }) => people.homeShows(teamId, userId, null),
    taken: ({ people }) => people.homeShows(teamId, userId, fingerprint),
  });
}
