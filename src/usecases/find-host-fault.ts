import type { Room } from '../domain/room.ts';
import type { HostFault } from '../domain/room-answer.ts';
import type { Deps } from './deps.ts';
import { isInChannel } from './may.ts';
import type { Profile } from './ports/workspace.ts';

/** Why somebody cannot be the host of a room; undefined when nothing speaks against it. */
export async function findHostFault(
  deps: Deps,
  room: Pick<Room, 'teamId' | 'channelId' | 'postChannelId' | 'direct'>,
  person: Profile,
): Promise<HostFault | undefined> {
  if (person.isGone) return 'gone';
  if (person.isBot) return 'bot';
  if (person.teamId !== room.teamId) return 'other-workspace';
  // Between people an app cannot look who takes part; whoever hands over is one of them.
  if (room.direct) return undefined;
  const isIn = await isInChannel(deps, room, { channelId: room.channelId, userId: person.userId });
  return isIn ? undefined : 'not-in-channel';
}
