import type { Tables } from './ports/storage.ts';
import { updateHomeLater } from './update-home-later.ts';

export interface HomeVisit {
  readonly teamId: string;
  readonly userId: string;
  readonly eventId: string;
  /** Has Slack nothing of ours to show? */
  readonly isEmpty: boolean;
  readonly now: number;
}

/** Somebody opens their Home: it is brought up to date, and kept so from now on; once per event. */
export async function openHome(tables: Tables, visit: HomeVisit): Promise<void> {
  const { teamId, userId, eventId, isEmpty, now } = visit;
  if (!(await tables.inbox.accept(`slack-event:${eventId}`, 'app_home_opened', now))) return;
  await tables.people.openHome(teamId, userId, now);
  if (isEmpty) await tables.people.homeShows(teamId, userId, null);
  await updateHomeLater(tables, visit);
}
