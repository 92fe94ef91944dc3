import { ChannelGoneError, UpstreamRejectedError } from '../errors.ts';
import type { ChannelAccess, Workspace } from '../usecases/ports.ts';
import { callSlack } from './slack-errors.ts';
import type { WebApi } from './web-api.ts';

const MEMBERS_PER_PAGE = 1_000;
/** A channel of more than 100,000 people: we stop looking, and the answer is no. */
const MAX_PAGES = 100;

/** What Slack knows about people and channels. Source: users.info, conversations.info, .members, .open. */
export function slackWorkspace(api: WebApi): Workspace {
  return {
    async profile(teamId, userId) {
      const { user } = await callSlack(() =>
        api.client(teamId).users.info({ user: userId, include_locale: true }),
      );
      return {
        teamId,
        userId,
        isAdmin: user?.is_admin === true || user?.is_owner === true,
        isGuest: user?.is_restricted === true || user?.is_ultra_restricted === true,
        name: user?.profile?.display_name || user?.real_name || user?.name || userId,
        locale: user?.locale ?? 'en-US',
        timeZone: zoneOr(user?.tz, 'UTC'),
      };
    },

    async channelAccess(teamId, channelId) {
      // One to one; group messages have ids like any channel's and are told apart by Slack's answer.
      if (channelId.startsWith('D')) return 'direct';
      try {
        const { channel } = await callSlack(() =>
          api.client(teamId).conversations.info({ channel: channelId }),
        );
        return accessTo(channel);
      } catch (error) {
        if (error instanceof ChannelGoneError) return 'not-invited';
        // Group messages need a scope we don't ask for, since there is nothing for us to do there.
        if (error instanceof UpstreamRejectedError && error.code === 'slack_missing_scope') return 'direct';
        throw error;
      }
    },

    async isMember(teamId, channelId, userId) {
      let cursor: string | undefined;
      for (let page = 0; page < MAX_PAGES; page++) {
        const answer = await callSlack(() =>
          api.client(teamId).conversations.members({
            channel: channelId,
            limit: MEMBERS_PER_PAGE,
            ...(cursor === undefined ? {} : { cursor }),
          }),
        );
        if (answer.members?.includes(userId)) return true;
        cursor = answer.response_metadata?.next_cursor || undefined;
        if (cursor === undefined) return false;
      }
      return false;
    },

    async directChannel(teamId, userId) {
      const { channel } = await callSlack(() => api.client(teamId).conversations.open({ users: userId }));
      if (channel?.id === undefined) {
        throw new UpstreamRejectedError('slack', 'slack_bad_answer', 'conversations.open without a channel');
      }
      return channel.id;
    },
  };
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

interface ChannelInfo {
  readonly is_im?: boolean;
  readonly is_mpim?: boolean;
  readonly is_archived?: boolean;
  readonly is_private?: boolean;
  readonly is_member?: boolean;
}

/** Public channels need no invitation (chat:write.public); private ones do. */
function accessTo(channel: ChannelInfo | undefined): ChannelAccess {
  if (channel?.is_im === true || channel?.is_mpim === true) return 'direct';
  if (channel?.is_archived === true) return 'archived';
  return channel?.is_private === true && channel.is_member !== true ? 'not-invited' : 'yes';
}
