import type { ListScope } from '../domain/recordings-list.ts';
import type { Deps } from './deps.ts';
import { isAskedWithin, isMemberOf, isPrivatePlace } from './find-recording-for.ts';
import type { ReplyTo } from './job-payloads.ts';

/**
 * The channel whose recordings a list is of. A list that Slack could only bring by direct message is paged from there, so
 * whoever asks from a private place has to be in that channel. Undefined: it is none of their business.
 */
export async function listPlace(
  deps: Deps,
  scope: Extract<ListScope, { kind: 'channel' | 'room' }>,
  reply: ReplyTo,
): Promise<string | undefined> {
  const place = await placeOf(deps, scope, reply);
  if (place === undefined || isAskedWithin(place, reply)) return place && reply.channelId;
  const isTheirs = isPrivatePlace(reply) && (await isMemberOf(deps, place, reply));
  return isTheirs ? place.channelId : undefined;
}

interface Place {
  readonly teamId: string;
  readonly channelId: string;
  readonly postChannelId: string | null;
  readonly direct: boolean;
}

async function placeOf(
  deps: Deps,
  scope: Extract<ListScope, { kind: 'channel' | 'room' }>,
  { teamId, channelId }: ReplyTo,
): Promise<Place | undefined> {
  if (scope.kind === 'room') {
    const room = await deps.storage.transaction((tables) => tables.rooms.find(scope.roomKey));
    return room?.teamId === teamId ? room : undefined;
  }
  const place = scope.channelId ?? channelId;
  return { teamId, channelId: place, postChannelId: null, direct: place.startsWith('D') };
}
