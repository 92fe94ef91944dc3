import type { Tables } from './ports/storage.ts';

/** Forgets the people and the settings of a workspace that has removed the app; once per event. */
export async function forgetTeam(
  tables: Tables,
  removal: { readonly teamId: string; readonly eventId: string; readonly now: number },
): Promise<void> {
  const { teamId, eventId, now } = removal;
  if (await tables.inbox.accept(`slack-event:${eventId}`, 'app_uninstalled', now)) {
    await tables.people.forget(teamId);
    await tables.settings.forget(teamId);
  }
}
