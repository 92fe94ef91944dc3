import type { Room } from '../domain/room.ts';
import { PersonGoneError } from '../errors.ts';
import type { Deps } from './deps.ts';
import { isPrivatePlace } from './find-recording-for.ts';
import type { Destination } from './ports/messages.ts';

/** The direct messages of a room's host, in their language, where its channel is no place; undefined: they are gone. */
export async function hostDestination(
  deps: Deps,
  { teamId, hostUserId, direct }: Room,
): Promise<Destination | undefined> {
  if (direct) return undefined;
  try {
    const { isGone, locale } = await deps.workspace.profile(teamId, hostUserId);
    if (isGone) return undefined;
    const channelId = await deps.workspace.directChannel(teamId, hostUserId);
    return { teamId, channelId, threadTs: null, locale };
  } catch (error) {
    if (error instanceof PersonGoneError) return undefined;
    throw error;
  }
}

/** Is that the host's direct messages, in place of the room's channel? */
export function isInstead({ direct }: Room, place: { readonly channelId: string }): boolean {
  return !direct && isPrivatePlace(place);
}
