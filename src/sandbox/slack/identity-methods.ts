import { z } from 'zod';
import { type ApiMethod, readArguments } from './api-method.ts';
import { SlackError } from './slack-error.ts';
import { APP, TEAM, type User } from './world.ts';

const userArguments = z.object({
  user: z.string(),
  include_locale: z.union([z.boolean(), z.stringbool()]).default(false),
});

const authTest: ApiMethod = {
  scope: null,
  run: (_given, { origin }) => ({
    url: `${origin}/`,
    team: TEAM.name,
    team_id: TEAM.id,
    user: APP.name.toLowerCase(),
    user_id: APP.userId,
    bot_id: APP.botId,
    is_enterprise_install: false,
  }),
};

const usersInfo: ApiMethod = {
  scope: 'users:read',
  run(given, { workspace }) {
    const args = readArguments(userArguments, given);
    const user = workspace.user(args.user);
    if (!user) throw new SlackError('user_not_found');
    return { user: { ...describe(user), ...(args.include_locale && { locale: user.locale }) } };
  },
};

function describe(user: User): Record<string, unknown> {
  return {
    id: user.id,
    team_id: TEAM.id,
    name: user.handle,
    real_name: user.name,
    deleted: false,
    tz: user.timeZone,
    profile: { real_name: user.name, display_name: user.name, team: TEAM.id },
    is_admin: user.role === 'admin',
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.role === 'guest',
    is_ultra_restricted: false,
    is_bot: user.id === APP.userId,
    is_app_user: false,
  };
}

/** Throw SlackError `user_not_found`. */
export const identityMethods = {
  'auth.test': authTest,
  'users.info': usersInfo,
} satisfies Record<string, ApiMethod>;
