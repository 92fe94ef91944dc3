import type { StorableAnswer } from '../domain/answer.ts';
import type { Room } from '../domain/room.ts';
import type { ChannelGoneError } from '../errors.ts';
import { answerLater } from './answer.ts';
import type { Deps } from './deps.ts';
import type { ReplyTo } from './job-payloads.ts';

/**
 * A room's channel is shut to us: its host hears so by direct message, once until the channel takes messages again. In a
 * direct message the host is the channel, and there is nobody to tell.
 */
export async function tellChannelRefused(deps: Deps, room: Room, refused: ChannelGoneError): Promise<void> {
  const { roomKey, title, channelId } = room;
  const now = deps.clock.now();
  const what: StorableAnswer = { kind: 'channel-refused', title, channelId, why: refused.trouble };
  const isNew = await deps.storage.transaction(async (tables) => {
    if (!(await tables.rooms.refuse(roomKey, now))) return false;
    if (!room.direct) await answerLater(tables, toHost(room, `refused:${roomKey}:${now}`), what);
    return true;
  });
  if (!isNew) return;
  deps.counts.onChannelRefused();
  deps.log.warn({ roomKey, code: refused.code }, 'the channel takes no messages');
}

/** A direct message to a room's host, for which nobody has asked. */
export function toHost({ teamId, hostUserId, channelId }: Room, requestKey: string): ReplyTo {
  return { teamId, userId: hostUserId, channelId, responseUrl: null, replaces: false, requestKey };
}
