import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { forgetTeam } from '../../usecases/forget-team.ts';
import type { ListenerDeps } from './deps.ts';

type EventArgs = SlackEventMiddlewareArgs<'app_uninstalled'> & AllMiddlewareArgs;

/** A workspace has removed the app: what was remembered about its people goes with it. */
export function appUninstalled(deps: ListenerDeps) {
  return async ({ body }: Pick<EventArgs, 'body'>): Promise<void> => {
    const removal = { teamId: body.team_id, eventId: body.event_id, now: deps.clock.now() };
    await deps.storage.transaction((tables) => forgetTeam(tables, removal));
  };
}
