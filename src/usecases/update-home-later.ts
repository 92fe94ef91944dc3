import type { Tables } from './ports.ts';

/** Something that somebody's Home shows has changed. Only of use to people who look at theirs. */
export async function updateHomeLater(tables: Tables, teamId: string, userId: string): Promise<void> {
  if ((await tables.people.home(teamId, userId)) === undefined) return;
  const payload = { teamId, userId };
  await tables.jobs.enqueue({ name: 'update-home', lane: `${teamId}:${userId}`, payload });
}
