import type { WebClient } from '@slack/web-api';
import type { CommandNames } from '../domain/command.ts';
import type { Homes } from '../usecases/ports/messages.ts';
import type { SlackCalls } from './slack-calls.ts';
import { renderHome } from './views/home.ts';

/** Pages in App Home. Source: views.publish. */
export function slackHomes(slack: SlackCalls, commands: CommandNames): Homes {
  return {
    async publish({ teamId, userId, locale }, home, { begin, taken }) {
      const view = renderHome(home, { locale, commands });
      const call = {
        teamId,
        rank: 'people',
        method: 'views.publish',
        about: userId,
        homeOf: userId,
      } as const;
      const publish = (client: WebClient) => client.views.publish({ user_id: userId, view });
      await slack.call(call, publish, { begin, answered: taken });
    },
  };
}
