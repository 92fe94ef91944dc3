import { z } from 'zod';
import { type ApiMethod, readArguments } from './api-method.ts';
import { findConversation, findWritable } from './find-conversation.ts';
import type { Message } from './message.ts';
import { readContent } from './read-content.ts';
import { SlackError } from './slack-error.ts';
import { findThread, isReply } from './thread.ts';
import { wireMessage } from './wire-message.ts';
import type { Channel, WorkspaceState } from './workspace-state.ts';
import { APP } from './world.ts';

const LONGEST_UPDATE_BYTES = 4000;

const content = {
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  metadata: z.unknown().optional(),
  thread_ts: z.string().optional(),
};
const flag = z.union([z.boolean(), z.stringbool()]).default(false);
const postArguments = z.object({ channel: z.string(), ...content, reply_broadcast: flag });
const ephemeralArguments = postArguments.extend({ user: z.string() });
const updateArguments = postArguments.extend({ ts: z.string() });
const deleteArguments = z.object({ channel: z.string(), ts: z.string() });
const permalinkArguments = z.object({ channel: z.string(), message_ts: z.string() });

const postMessage: ApiMethod = {
  scope: 'chat:write',
  run(given, { workspace }) {
    const args = readArguments(postArguments, given);
    const channel = findWritable(workspace, args.channel);
    const message = workspace.post({
      ...readContent(args),
      channelId: channel.id,
      userId: APP.userId,
      threadTs: findThread(workspace, channel, args.thread_ts),
      broadcast: args.reply_broadcast && args.thread_ts !== undefined,
    });
    return { channel: channel.id, ts: message.ts, message: wireMessage(message) };
  },
};

const postEphemeral: ApiMethod = {
  scope: 'chat:write',
  run(given, { workspace }) {
    const args = readArguments(ephemeralArguments, given);
    const channel = findWritable(workspace, args.channel);
    if (!channel.members.has(APP.userId)) throw new SlackError('not_in_channel');
    if (!channel.members.has(args.user)) throw new SlackError('user_not_in_channel');
    const message = workspace.whisper(args.user, {
      ...readContent(args),
      channelId: channel.id,
      userId: APP.userId,
      threadTs: findThread(workspace, channel, args.thread_ts),
    });
    return { message_ts: message.ts };
  },
};

const update: ApiMethod = {
  scope: 'chat:write',
  run(given, { workspace }) {
    const args = readArguments(updateArguments, given);
    const channel = findConversation(workspace, args.channel);
    const message = findOwn(workspace, channel, { ts: args.ts, refusal: 'cant_update_message' });
    if (Buffer.byteLength(args.text ?? '') > LONGEST_UPDATE_BYTES) throw new SlackError('msg_too_long');
    const { text, blocks, metadata } = readContent(args);
    const edited = workspace.edit(message, {
      text: args.text === undefined ? message.text : text,
      blocks: args.blocks === undefined ? message.blocks : blocks,
      metadata: args.metadata === undefined ? message.metadata : metadata,
    });
    return { channel: channel.id, ts: edited.ts, text: edited.text, message: wireMessage(edited) };
  },
};

const remove: ApiMethod = {
  scope: 'chat:write',
  run(given, { workspace }) {
    const args = readArguments(deleteArguments, given);
    const channel = findConversation(workspace, args.channel);
    workspace.remove(findOwn(workspace, channel, { ts: args.ts, refusal: 'cant_delete_message' }));
    return { channel: channel.id, ts: args.ts };
  },
};

const getPermalink: ApiMethod = {
  scope: null,
  run(given, { workspace, origin }) {
    const args = readArguments(permalinkArguments, given);
    const channel = findConversation(workspace, args.channel);
    const message = workspace.find(channel.id, args.message_ts);
    if (!message) throw new SlackError('message_not_found');
    const path = `/archives/${channel.id}/p${args.message_ts.replace('.', '')}`;
    const thread = new URLSearchParams({ thread_ts: message.threadTs ?? '', cid: channel.id });
    return { channel: channel.id, permalink: origin + path + (isReply(message) ? `?${thread}` : '') };
  },
};

function findOwn(
  workspace: WorkspaceState,
  channel: Channel,
  { ts, refusal }: { ts: string; refusal: string },
): Message {
  const message = workspace.find(channel.id, ts);
  if (!message) throw new SlackError('message_not_found');
  if (message.userId !== APP.userId) throw new SlackError(refusal);
  return message;
}

/** Throws, besides what {@link readContent} and {@link findConversation} throw, the errors named in each. */
export const chatMethods = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
} satisfies Record<string, ApiMethod>;
