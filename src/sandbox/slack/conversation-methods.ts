import { z } from 'zod';
import { type ApiMethod, readArguments } from './api-method.ts';
import { findReadable, missingScope } from './find-conversation.ts';
import { SlackError } from './slack-error.ts';
import type { Channel } from './workspace-state.ts';
import { APP, TEAM } from './world.ts';

const CREATED = 1763848800;

const channelArguments = z.object({ channel: z.string() });
const membersArguments = channelArguments.extend({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().default(''),
});
const openArguments = z.object({ users: z.string() });

const info: ApiMethod = {
  scope: 'channels:read',
  run(given, { workspace }) {
    const { channel } = readArguments(channelArguments, given);
    return { channel: describe(findReadable(workspace, channel)) };
  },
};

const members: ApiMethod = {
  scope: 'channels:read',
  run(given, { workspace }) {
    const { channel, limit, cursor } = readArguments(membersArguments, given);
    const all = [...findReadable(workspace, channel).members];
    const start = cursor === '' ? 0 : all.indexOf(readCursor(cursor));
    if (start < 0) throw new SlackError('invalid_cursor');
    const next = all[start + limit];
    return {
      members: all.slice(start, start + limit),
      response_metadata: { next_cursor: next === undefined ? '' : writeCursor(next) },
    };
  },
};

const open: ApiMethod = {
  scope: 'im:write',
  run(given, { workspace }) {
    const userIds = readArguments(openArguments, given).users.split(',');
    if (userIds.length > 1) throw missingScope('mpim:write');
    const user = workspace.user(userIds.join());
    if (!user) throw new SlackError('user_not_found');
    if (user.role === 'app') throw new SlackError('cannot_dm_bot');
    if (user.deactivated) throw new SlackError('user_disabled');
    const before = workspace.channels.size;
    const channel = workspace.openAppChannel(user.id);
    const known = before === workspace.channels.size;
    return { ...(known && { no_op: true, already_open: true }), channel: { id: channel.id } };
  },
};

const readCursor = (cursor: string) =>
  Buffer.from(cursor, 'base64')
    .toString()
    .replace(/^user:/, '');
const writeCursor = (userId: string) => Buffer.from(`user:${userId}`).toString('base64');

function describe(channel: Channel): Record<string, unknown> {
  const shared = channel.sharedWith !== undefined;
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_general: channel.id === 'C0GENERAL',
    is_archived: channel.archived,
    is_member: channel.members.has(APP.userId),
    is_shared: shared,
    is_ext_shared: shared,
    is_org_shared: false,
    ...(shared && { shared_team_ids: [TEAM.id, channel.sharedWith] }),
    context_team_id: TEAM.id,
    creator: 'U0ADA',
    created: CREATED,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}

/** Throw SlackError `channel_not_found`, `missing_scope`, `user_not_found`, `cannot_dm_bot`, `user_disabled`, `invalid_cursor`. */
export const conversationMethods = {
  'conversations.info': info,
  'conversations.members': members,
  'conversations.open': open,
} satisfies Record<string, ApiMethod>;
