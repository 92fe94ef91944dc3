import type { JobRequest } from './ports/jobs.ts';
import type { Tables } from './ports/storage.ts';
import type { Member } from './ports/workspace.ts';

/** Something that somebody's Home shows has changed. Only of use to people who look at theirs. */
export async function updateHomeLater(tables: Tables, member: Member): Promise<void> {
  const { teamId, userId } = member;
  if ((await tables.people.home(teamId, userId)) === undefined) return;
  await tables.jobs.enqueue(updateHomeJob({ teamId, userId }));
}

export function updateHomeJob({ teamId, userId }: Member): JobRequest<'update-home'> {
  return { name: 'update-home', lane: `${teamId}:${userId}`, payload: { teamId, userId } };
}

/** The same for the Home of a room's host. */
export function updateHostsHomeLater(
  tables: Tables,
  { teamId, hostUserId: userId }: { readonly teamId: string; readonly hostUserId: string },
): Promise<void> {
  return updateHomeLater(tables, { teamId, userId });
}
