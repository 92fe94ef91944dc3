import type { CommandNames } from '../domain/command.ts';
import type { Homes } from '../usecases/ports/messages.ts';
import type { SlackCalls } from './slack-calls.ts';
import { renderHome } from './views/home.ts';

/** Pages in App Home. Source: views.publish. */
export function slackHomes(slack: SlackCalls, commands: CommandNames): Homes {
  return {
    async publish({ teamId, userId }, home, locale) {
      const view = renderHome(home, { locale, commands });
      const call = {
        teamId,
        rank: 'people',
        method: 'views.publish',
        about: userId,
        homeOf: userId,
      } as const;
      await slack.call(call, (client) => client.views.publish({ user_id: userId, view }));
    },
  };
}
