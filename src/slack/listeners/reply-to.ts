import type { BlockAction, SlashCommand } from '@slack/bolt';
import type { ReplyTo } from '../../usecases/job-payloads.ts';

export function replyToCommand(command: SlashCommand): ReplyTo {
  return {
    teamId: command.team_id,
    userId: command.user_id,
    channelId: command.channel_id,
    responseUrl: command.response_url,
    replaces: false,
    requestKey: `slack:${command.trigger_id}`,
  };
}

/**
 * Is it a conversation between people? Slack names those `directmessage` and `mpdm-…`; the Web API would say nothing
 * about them without scopes an app needs for nothing else. Source: slash command and block_actions payloads.
 */
export function isDirect(channelName: string | undefined): boolean {
  return channelName === 'directmessage' || channelName?.startsWith('mpdm-') === true;
}

/** `replaces`: may the answer take the place of the private message that was clicked? */
export function replyToClick(body: BlockAction, replaces: boolean): ReplyTo {
  return {
    teamId: body.team?.id ?? body.user.team_id ?? '',
    userId: body.user.id,
    channelId: body.channel?.id ?? '',
    responseUrl: body.response_url ?? null,
    replaces: replaces && body.container['is_ephemeral'] === true,
    requestKey: `slack:${body.trigger_id}`,
  };
}
