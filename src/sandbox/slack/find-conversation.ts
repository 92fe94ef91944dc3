import { SlackError } from './slack-error.ts';
import type { Channel, WorkspaceState } from './workspace-state.ts';
import { APP, SCOPES } from './world.ts';

/** A conversation the app can know of: a public channel, or one it is in. Throws SlackError `channel_not_found`. */
export function findConversation(workspace: WorkspaceState, id: string): Channel {
  const channel = workspace.channels.get(id);
  if (!channel || (channel.kind !== 'public' && !channel.members.has(APP.userId))) {
    throw new SlackError('channel_not_found');
  }
  return channel;
}

/** One the app may read about. Throws SlackError `missing_scope` for direct messages: `im:read` is not among its scopes. */
export function findReadable(workspace: WorkspaceState, id: string): Channel {
  const channel = findConversation(workspace, id);
  if (channel.kind === 'im' || channel.kind === 'mpim') throw missingScope(`${channel.kind}:read`);
  return channel;
}

/**
 * One the app may write to; a person's id means the direct messages with them. `chat:write.public` opens every public channel.
 * Throws SlackError `channel_not_found`, `is_archived`.
 */
export function findWritable(workspace: WorkspaceState, id: string): Channel {
  const person = workspace.user(id);
  if (person?.deactivated) throw new SlackError('channel_not_found');
  const channel =
    person && person.role !== 'app' ? workspace.openAppChannel(id) : findConversation(workspace, id);
  if (channel.archived) throw new SlackError('is_archived');
  return channel;
}

export function missingScope(needed: string): SlackError {
  return new SlackError('missing_scope', { more: { needed, provided: SCOPES.join(',') } });
}
