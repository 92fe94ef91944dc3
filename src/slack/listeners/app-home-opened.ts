import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { openHome } from '../../usecases/open-home.ts';
import type { ListenerDeps } from './deps.ts';

type EventArgs = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs;

/** Somebody looks at the app's Home tab; its Messages tab is none of our business. */
export function appHomeOpened(deps: ListenerDeps) {
  return async ({ event, body }: Pick<EventArgs, 'event' | 'body'>): Promise<void> => {
    if (event.tab !== 'home') return;
    const visit = {
      teamId: body.team_id,
      userId: event.user,
      eventId: body.event_id,
      isEmpty: event.view === undefined,
      now: deps.clock.now(),
    };
    await deps.storage.transaction((tables) => openHome(tables, visit));
  };
}
