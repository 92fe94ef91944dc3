import type { SandboxControls, ViewChannel, ViewMessage, ViewUser, WorkspaceView } from '../protocol.ts';
import type { Traffic } from '../traffic.ts';
import type { Deliveries } from './deliveries.ts';
import type { Channel, Message, WorkspaceState } from './workspace-state.ts';
import { APP, type SlashCommand, TEAM, type User } from './world.ts';

/** Where the view's facts come from. */
export interface ViewParts {
  readonly workspace: WorkspaceState;
  readonly commands: readonly SlashCommand[];
  readonly traffic: Traffic;
  readonly deliveries: Deliveries;
  readonly controls: SandboxControls;
  /** The first message of #general. */
  readonly welcome: ViewMessage;
}

const INVITE = { command: '/invite', description: 'Add Roomtone to this channel', usageHint: '@Roomtone' };

/** The workspace as one person sees it. */
export function workspaceView(parts: ViewParts, viewer: User): WorkspaceView {
  const { workspace, traffic, deliveries, controls, welcome } = parts;
  const channels = [...workspace.channels.values()].filter(({ members }) => members.has(viewer.id));
  const seen = new Set(channels.map(({ id }) => id));
  const messages = workspace
    .messages()
    .filter(({ channelId, toUserId }) => seen.has(channelId) && (toUserId ?? viewer.id) === viewer.id);
  return {
    teamName: TEAM.name,
    viewer: viewUser(viewer),
    users: workspace.users.map(viewUser),
    channels: channels.map((channel) => viewChannel(workspace, channel, viewer)),
    messages: [welcome, ...messages.map(viewMessage)],
    commands: [
      ...parts.commands.map(({ command, description, usageHint }) => ({ command, description, usageHint })),
      INVITE,
    ],
    traffic: traffic.recent(),
    deliveries: deliveries.list(),
    ...controls.status(),
  };
}

function viewUser({ id, name, role, locale, timeZone, color }: User): ViewUser {
  return { id, name, role, locale, timeZone, color };
}

function viewChannel(workspace: WorkspaceState, channel: Channel, viewer: User): ViewChannel {
  const direct = channel.kind === 'im' || channel.kind === 'mpim';
  const others = workspace.users.filter(({ id }) => channel.members.has(id) && id !== viewer.id);
  const withApp = channel.members.has(APP.userId);
  return {
    id: channel.id,
    name: direct ? others.map(({ name }) => name).join(', ') : channel.name,
    kind: direct ? (withApp ? 'app' : 'direct') : channel.kind,
    archived: channel.archived,
    botIsMember: withApp,
    unread: workspace.unread(viewer.id, channel.id),
  };
}

function viewMessage(message: Message): ViewMessage {
  const { ts, channelId, userId, text, blocks, threadTs } = message;
  return {
    ts,
    channelId,
    userId,
    text,
    blocks,
    edited: message.editedTs !== undefined,
    ephemeral: message.toUserId !== undefined,
    ...(threadTs && { threadTs }),
  };
}
