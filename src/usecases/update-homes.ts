import type { HomesOf } from '../domain/home.ts';
import type { PolicyChange } from '../domain/settings-change.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';
import type { ChannelPlace } from './ports/rooms.ts';
import type { Tables } from './ports/storage.ts';
import { updateHomeLater } from './update-home-later.ts';

/** Homes looked at in one go … */
const STEP = 30;
/** … and how far such goes are apart: people who wait need Slack more than Homes do. */
const STEP_MS = 60_000;

/**
 * Admins have decided something: rows and buttons of published Homes follow it, step by step. Who may make rooms in the
 * workspace shows on every Home; anything else only where there are rooms it holds for.
 */
export async function updateHomesLater(
  tables: Tables,
  { teamId, channelId }: ChannelPlace,
  changes: readonly PolicyChange[],
): Promise<void> {
  const everywhere = changes.filter(({ scope }) => scope === 'workspace');
  const isForAll = everywhere.some(({ rule }) => rule === 'makeRooms');
  const hostsIn = everywhere.length > 0 ? 'anywhere' : { channelId };
  const of: HomesOf = { teamId, ...(!isForAll && { hostsIn }) };
  await tables.jobs.enqueue({ name: 'update-homes', payload: { of } });
}

/** Has a step's Homes brought up to date; then the next step is due. Those that show the same are not written. */
export function updateHomes(deps: Deps, { of, after }: JobPayloads['update-homes']): Promise<void> {
  return deps.storage.transaction(async (tables) => {
    const page = { limit: STEP, ...(after !== undefined && { after }) };
    const userIds = await tables.people.withHome(of, page);
    for (const userId of userIds) await updateHomeLater(tables, { teamId: of.teamId, userId });
    const last = userIds.at(STEP - 1);
    if (last === undefined) return;
    const runAt = deps.clock.now() + STEP_MS;
    await tables.jobs.enqueue({ name: 'update-homes', payload: { of, after: last }, runAt });
  });
}
