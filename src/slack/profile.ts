import type { UsersInfoResponse } from '@slack/web-api';
import type { Profile } from '../usecases/ports/workspace.ts';

/** A person as Slack describes them to an app of that workspace. Source: users.info. */
export function toProfile(teamId: string, userId: string, user: UsersInfoResponse['user']): Profile {
  return {
    teamId: isOf(teamId, user) ? teamId : (user?.team_id ?? ''),
    userId,
    isGone: user?.deleted === true,
    isBot: user?.is_bot === true || userId === 'USLACKBOT',
    isAdmin: user?.is_admin === true || user?.is_owner === true,
    isGuest: user?.is_restricted === true || user?.is_ultra_restricted === true,
    name: user?.profile?.display_name || user?.real_name || user?.name || userId,
    locale: user?.locale ?? 'en-US',
    timeZone: zoneOr(user?.tz, 'UTC'),
  };
}

interface WhoseUser {
  readonly team_id?: string;
  readonly is_stranger?: boolean;
  readonly enterprise_user?: { readonly teams?: readonly string[] };
}

/** Somebody met in a shared channel (Slack Connect) belongs to a workspace of their own. Source: users.info. */
function isOf(teamId: string, user: WhoseUser | undefined): boolean {
  if (user === undefined || user.is_stranger === true) return false;
  if (user.team_id === undefined || user.team_id === teamId) return true;
  return user.enterprise_user?.teams?.includes(teamId) === true;
}

/** Slack's zone, unless this machine has never heard of it. */
function zoneOr(timeZone: string | undefined, fallback: string): string {
  if (timeZone === undefined) return fallback;
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return fallback;
  }
}
