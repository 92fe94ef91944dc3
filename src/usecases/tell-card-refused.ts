import type { Trouble } from '../domain/answer.ts';
import { answer } from './answer.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';

/**
 * Slack refuses a room's card: its host hears so by direct message, with the link the card would have carried. The
 * card of a closed room is there and only could not be rewritten: nobody needs to hear of that.
 */
export async function tellCardRefused(
  deps: Deps,
  { roomKey }: JobPayloads['announce-room'],
  trouble: Trouble,
): Promise<void> {
  const room = await deps.storage.transaction((tables) => tables.rooms.find(roomKey));
  if (room?.state !== 'open' || room.joinUrl === null) return;
  const { teamId, hostUserId: userId, channelId, title, joinUrl } = room;
  const reply = {
    teamId,
    userId,
    channelId,
    responseUrl: null,
    replaces: false,
    requestKey: `card:${roomKey}`,
  };
  await answer(deps, reply, { kind: 'card-refused', title, joinUrl, ...trouble });
}
