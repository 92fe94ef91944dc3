import { type ActResult, tell } from './interaction.ts';
import type { Channel, WorkspaceState } from './workspace-state.ts';
import { APP, SLACKBOT_ID, type User } from './world.ts';

interface Invitation {
  readonly user: User;
  readonly channel: Channel;
  /** What follows `/invite`. */
  readonly text: string;
}

/** Slack's own `/invite`. The only one who is not in every channel already is the app. */
export function invite(workspace: WorkspaceState, { user, channel, text }: Invitation): ActResult {
  const problem = problemWith(channel, text);
  if (problem) {
    tell(workspace, { userId: user.id, channelId: channel.id }, problem);
    return { ok: false, status: 200 };
  }
  channel.members.add(APP.userId);
  workspace.post({
    channelId: channel.id,
    userId: SLACKBOT_ID,
    text: `<@${user.id}> added <@${APP.userId}> to the channel.`,
    blocks: [],
  });
  return { ok: true, status: 200 };
}

function problemWith(channel: Channel, text: string): string | undefined {
  if (!/^@?roomtone$/i.test(text)) return `Here, only @${APP.name} can be invited: /invite @${APP.name}`;
  if (channel.archived) return 'This channel is archived: nobody can be added.';
  if (channel.kind === 'im' || channel.kind === 'mpim') return 'Apps can’t be added to direct messages.';
  if (channel.members.has(APP.userId)) return `${APP.name} is already in this channel.`;
  return undefined;
}
