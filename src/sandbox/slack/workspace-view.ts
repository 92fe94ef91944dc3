import type {
  SandboxControls,
  ViewChannel,
  ViewDialog,
  ViewMessage,
  ViewSurface,
  ViewUser,
  WorkspaceView,
} from '../protocol.ts';
import type { Traffic } from '../traffic.ts';
import type { Deliveries } from './deliveries.ts';
import type { Desk } from './interaction.ts';
import type { Message } from './message.ts';
import type { View } from './views/view.ts';
import { stateOf } from './views/wire-view.ts';
import { appChannelId, type Channel, type WorkspaceState } from './workspace-state.ts';
import { APP, PARTNER_TEAM, TEAM, type User } from './world.ts';

/** Where the view's facts come from. */
export interface ViewParts {
  readonly desk: Desk;
  readonly traffic: Traffic;
  readonly deliveries: Deliveries;
  readonly controls: SandboxControls;
  /** The first message of #general. */
  readonly welcome: ViewMessage;
}

const INVITE = { command: '/invite', description: 'Add Roomtone to this channel', usageHint: '@Roomtone' };

/** The workspace as one person sees it. */
export function workspaceView(parts: ViewParts, viewer: User): WorkspaceView {
  const { desk, traffic, deliveries, controls, welcome } = parts;
  const { workspace, views, manifest } = desk;
  const channels = channelsOf(desk, viewer);
  const seen = new Set(channels.map(({ id }) => id));
  const messages = workspace
    .messages()
    .filter(({ channelId, toUserId }) => seen.has(channelId) && (toUserId ?? viewer.id) === viewer.id);
  const home = views.home(viewer.id);
  return {
    teamName: TEAM.name,
    viewer: viewUser(viewer),
    users: workspace.users.map(viewUser),
    channels: channels.map((channel) => viewChannel(workspace, channel, viewer)),
    messages: [...(seen.has(welcome.channelId) ? [welcome] : []), ...messages.map(viewMessage)],
    ...offers(desk, viewer),
    dialogs: views.stack(viewer.id).map(viewDialog),
    hasHome: manifest.homeTab,
    home: home ? viewSurface(home) : null,
    traffic: traffic.recent(),
    deliveries: deliveries.list(),
    ...controls.status(),
  };
}

/** Those one is in; the app's page is there before anybody has used it. */
function channelsOf({ workspace, manifest }: Desk, viewer: User): readonly Channel[] {
  const channels = [...workspace.channels.values()].filter(({ members }) => members.has(viewer.id));
  const id = appChannelId(viewer.id);
  if (workspace.channels.has(id) || !manifest.homeTab || isForeign(viewer)) return channels;
  const members = new Set([viewer.id, APP.userId]);
  return [...channels, { id, name: '', kind: 'im', archived: false, members }];
}

/** What apps offer is only for people of the workspace they are installed in. */
function offers({ commands, manifest }: Desk, viewer: User): Pick<WorkspaceView, 'commands' | 'shortcuts'> {
  if (isForeign(viewer)) return { commands: [], shortcuts: [] };
  return {
    commands: [
      ...commands.map(({ command, description, usageHint }) => ({ command, description, usageHint })),
      INVITE,
    ],
    shortcuts: manifest.shortcuts,
  };
}

const isForeign = ({ teamId }: User): boolean => teamId !== undefined;

function viewSurface(view: View): ViewSurface {
  const { id, hash, content, problem } = view;
  return { id, hash, blocks: content.blocks, state: stateOf(view), ...(problem && { problem }) };
}

function viewDialog(view: View): ViewDialog {
  const { title, submit, close } = view.content;
  return {
    ...viewSurface(view),
    title: title?.text ?? '',
    ...(submit && { submit: submit.text }),
    close: close?.text ?? 'Cancel',
    errors: view.errors,
  };
}

function viewUser({ id, name, role, locale, timeZone, color, teamId, deactivated }: User): ViewUser {
  return {
    ...{ id, name, role, locale, timeZone, color },
    ...(teamId && { teamName: PARTNER_TEAM.name }),
    ...(deactivated && { deactivated }),
  };
}

function viewChannel(workspace: WorkspaceState, channel: Channel, viewer: User): ViewChannel {
  const others = workspace.users.filter(({ id }) => channel.members.has(id) && id !== viewer.id);
  const withApp = channel.members.has(APP.userId);
  const direct = withApp ? 'app' : 'direct';
  const kind = channel.kind === 'im' || channel.kind === 'mpim' ? direct : channel.kind;
  return {
    id: channel.id,
    kind,
    name: kind === 'app' || kind === 'direct' ? others.map(({ name }) => name).join(', ') : channel.name,
    archived: channel.archived,
    botIsMember: withApp,
    shared: channel.sharedWith !== undefined,
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
    ...(message.broadcast && { broadcast: true }),
  };
}
