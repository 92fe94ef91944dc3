import type { Member, Tables } from './ports.ts';

/**
 * Something that somebody's Home shows has changed. Only of use to people who look at theirs. Not before `runAt`, epoch
 * milliseconds; left out: at once.
 */
export async function updateHomeLater(tables: Tables, member: Member, runAt?: number): Promise<void> {
  const { teamId, userId } = member;
  if ((await tables.people.home(teamId, userId)) === undefined) return;
  await tables.jobs.enqueue({
    name: 'update-home',
    lane: `${teamId}:${userId}`,
    payload: { teamId, userId },
    ...(runAt !== undefined && { runAt }),
  });
}

/** The same for the Home of a room's host. */
export function updateHostsHomeLater(
  tables: Tables,
  { teamId, hostUserId: userId }: { readonly teamId: string; readonly hostUserId: string },
  runAt?: number,
): Promise<void> {
  return updateHomeLater(tables, { teamId, userId }, runAt);
}
