import { type AppError, ChannelGoneError } from '../errors.ts';
import { answer } from './answer.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';
import { toHost } from './tell-channel-refused.ts';

/**
 * Slack refuses a room's card: its host hears so by direct message, with the link the card would have carried, and need
 * not hear of the channel again. The card of a closed room is there and only could not be rewritten: nobody needs to hear
 * of that.
 */
export async function tellCardRefused(
  deps: Deps,
  { roomKey }: JobPayloads['announce-room'],
  { error, ref }: { readonly error: AppError; readonly ref: string },
): Promise<void> {
  const room = await deps.storage.transaction((tables) => tables.rooms.find(roomKey));
  if (room?.state !== 'open' || room.joinUrl === null) return;
  const { title, channelId, joinUrl } = room;
  const why = error instanceof ChannelGoneError ? error.trouble : null;
  const { code } = error;
  await answer(deps, toHost(room, `card:${roomKey}`), {
    kind: 'card-refused',
    title,
    channelId,
    joinUrl,
    why,
    code,
    ref,
  });
  if (why !== null) await deps.storage.transaction(({ rooms }) => rooms.refuse(roomKey, deps.clock.now()));
}
