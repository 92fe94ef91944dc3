import { ChannelGoneError, PausedError, UpstreamRejectedError } from '../errors.ts';
import type { ChannelAccess, Profile, Workspace } from '../usecases/ports/workspace.ts';
import { toProfile } from './profile.ts';
import type { SlackCalls } from './slack-calls.ts';

const MEMBERS_PER_PAGE = 1_000;
/** A channel of more than 100,000 people: we stop looking, and the answer is no. */
const MAX_PAGES = 100;

/** What Slack knows about people and channels. Source: users.info, conversations.info, .members, .open. */
export function slackWorkspace(slack: SlackCalls): Workspace {
  /** Where to go on in a list that was too long for one go. A process that dies begins it anew. */
  const cursors = new Map<string, string>();

  /** Asked by several jobs at once, Slack is asked once: they have one place in the line, and would pass it round. */
  const underWay = new Map<string, Promise<Profile>>();

  const members = (teamId: string, channelId: string, cursor: string) =>
    slack.call(
      { teamId, method: 'conversations.members', rank: 'people', about: `${channelId} ${cursor}` },
      (client) =>
        client.conversations.members({
          channel: channelId,
          limit: MEMBERS_PER_PAGE,
          ...(cursor === '' ? {} : { cursor }),
        }),
    );

  async function profile(teamId: string, userId: string): Promise<Profile> {
    const { user } = await slack.call(
      { teamId, method: 'users.info', rank: 'people', about: userId },
      (client) => client.users.info({ user: userId, include_locale: true }),
    );
    return toProfile(teamId, userId, user);
  }

  return {
    profile(teamId, userId) {
      const key = `${teamId} ${userId}`;
      const answer = underWay.get(key) ?? profile(teamId, userId).finally(() => underWay.delete(key));
      underWay.set(key, answer);
      return answer;
    },

    async channelAccess(teamId, channelId) {
      try {
        const { channel } = await slack.call(
          { teamId, method: 'conversations.info', rank: 'people', about: channelId },
          (client) => client.conversations.info({ channel: channelId }),
        );
        return accessTo(channel);
      } catch (error) {
        // A private channel we are not in does not exist for us.
        if (error instanceof ChannelGoneError) return 'not-invited';
        throw error;
      }
    },

    async isMember(teamId, channelId, userId) {
      const about = `${channelId} ${userId}`;
      let cursor = cursors.get(about) ?? '';
      cursors.delete(about);
      for (let page = 0; page < MAX_PAGES; page++) {
        try {
          const answer = await members(teamId, channelId, cursor);
          if (answer.members?.includes(userId)) return true;
          cursor = answer.response_metadata?.next_cursor ?? '';
        } catch (error) {
          if (error instanceof PausedError && cursor !== '') cursors.set(about, cursor);
          throw error;
        }
        if (cursor === '') return false;
      }
      return false;
    },

    async directChannel(teamId, userId) {
      const { channel } = await slack.call(
        { teamId, method: 'conversations.open', rank: 'people', about: userId },
        (client) => client.conversations.open({ users: userId }),
      );
      if (channel?.id === undefined) {
        throw new UpstreamRejectedError('slack', 'slack_bad_answer', 'conversations.open without a channel');
      }
      return channel.id;
    },
  };
}

interface ChannelInfo {
  readonly is_archived?: boolean;
  readonly is_private?: boolean;
  readonly is_member?: boolean;
}

/** Public channels need no invitation (chat:write.public); private ones do. */
function accessTo(channel: ChannelInfo | undefined): ChannelAccess {
  if (channel?.is_archived === true) return 'archived';
  return channel?.is_private === true && channel.is_member !== true ? 'not-invited' : 'yes';
}
