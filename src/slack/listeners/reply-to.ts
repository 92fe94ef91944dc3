import type { BlockAction, SlackShortcut, SlashCommand, ViewSubmitAction } from '@slack/bolt';
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

/** `responseUrl`: of what a message shortcut was used on; null for one that can be used anywhere. */
export function replyToShortcut(used: SlackShortcut, responseUrl: string | null): ReplyTo {
  return {
    teamId: used.team?.id ?? used.user.team_id ?? '',
    userId: used.user.id,
    channelId: '',
    responseUrl,
    replaces: false,
    requestKey: `slack:${used.trigger_id}`,
  };
}

/**
 * A dialog is submitted once, however often that is tried: its own id is the key. The private answer goes to the channel
 * chosen in it, else to where `openedAt` leads.
 */
export function replyToSubmission(body: ViewSubmitAction, openedAt: string | null): ReplyTo {
  return {
    teamId: body.team?.id ?? body.user.team_id ?? '',
    userId: body.user.id,
    channelId: '',
    responseUrl: body.response_urls?.[0]?.response_url ?? openedAt,
    replaces: false,
    requestKey: `slack-view:${body.view.id}`,
  };
}
