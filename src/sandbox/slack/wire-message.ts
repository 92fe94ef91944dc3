import type { Message } from './message.ts';
import type { ThreadFacts } from './thread.ts';
import { APP, TEAM } from './world.ts';

/**
 * A message as Slack writes it in JSON, in answers and in the payload of a click.
 * @param thread of a message that has replies
 */
export function wireMessage(message: Message, thread?: ThreadFacts): Record<string, unknown> {
  return {
    type: 'message',
    ts: message.ts,
    channel: message.channelId,
    user: message.userId,
    ...(message.userId === APP.userId && { bot_id: APP.botId, app_id: APP.appId }),
    team: TEAM.id,
    text: message.text,
    blocks: message.blocks,
    ...(message.threadTs && { thread_ts: message.threadTs }),
    ...(thread && { thread_ts: message.ts, ...thread }),
    ...(message.broadcast && { subtype: 'thread_broadcast' }),
    ...(message.tombstone && { subtype: 'tombstone', hidden: true }),
    ...(message.metadata && { metadata: message.metadata }),
    ...(message.editedTs && { edited: { user: message.userId, ts: message.editedTs } }),
    ...(message.toUserId && { is_ephemeral: true }),
  };
}
