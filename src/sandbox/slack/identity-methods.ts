import { z } from 'zod';
import { type ApiMethod, readArguments } from './api-method.ts';
import { SlackError } from './slack-error.ts';
import type { WorkspaceState } from './workspace-state.ts';
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
    return { user: { ...describe(workspace, user), ...(args.include_locale && { locale: user.locale }) } };
  },
};

function describe(workspace: WorkspaceState, user: User): Record<string, unknown> {
  const teamId = user.teamId ?? TEAM.id;
  return {
    id: user.id,
    team_id: teamId,
    name: user.handle,
    real_name: user.name,
    deleted: user.deactivated ?? false,
    profile: { real_name: user.name, display_name: user.name, team: teamId },
    is_bot: user.id === APP.userId,
    is_app_user: false,
    ...(!user.deactivated && { tz: user.timeZone, ...roles(user) }),
    ...(user.teamId && { is_stranger: isStranger(workspace, user) }),
  };
}

/** Slack leaves them out for accounts that are switched off. */
function roles(user: User): Record<string, unknown> {
  return {
    is_admin: user.role === 'admin',
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.role === 'guest',
    is_ultra_restricted: false,
  };
}

/** Somebody of another workspace who shares no channel with the app. */
function isStranger(workspace: WorkspaceState, user: User): boolean {
  return ![...workspace.channels.values()].some(
    ({ members }) => members.has(user.id) && members.has(APP.userId),
  );
}

/** Throw SlackError `user_not_found`. */
export const identityMethods = {
  'auth.test': authTest,
  'users.info': usersInfo,
} satisfies Record<string, ApiMethod>;
