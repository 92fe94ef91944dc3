import { isOutcome, type Stage } from '../domain/recording.ts';
import type { Room } from '../domain/room.ts';
import type { Convenience } from '../domain/settings.ts';
import { ChannelGoneError, PersonGoneError } from '../errors.ts';
import { postWanted, type Wanted } from './bring-up-to-date.ts';
import type { Deps } from './deps.ts';
import { hostDestination } from './host-destination.ts';
import { recordingDestination } from './message-destination.ts';
import type { Destination } from './ports/messages.ts';
import { tellChannelRefused } from './tell-channel-refused.ts';

/** Messages of a recording that are not there yet, in order. */
export interface Missing {
  readonly room: Room;
  readonly missing: readonly Stage[];
  readonly convenience: Convenience;
  wanted(stage: Stage, to: Destination): Wanted;
}

/** Posts what is missing in the room's channel. While that is shut to us, its host hears so and gets the recording. */
export async function postMissing(
  deps: Deps,
  { room, missing, convenience, wanted }: Missing,
): Promise<void> {
  if (missing.length === 0) return;
  try {
    for (const stage of missing) {
      const to = await deps.storage.transaction((tables) =>
        recordingDestination(tables, { room, stage, convenience }),
      );
      await postWanted(deps, wanted(stage, to));
    }
    await deps.storage.transaction(({ rooms }) => rooms.welcome(room.roomKey));
  } catch (error) {
    if (!(error instanceof ChannelGoneError)) throw error;
    await tellChannelRefused(deps, room, error);
    const outcome = missing.find(isOutcome);
    if (outcome !== undefined) await postInstead(deps, room, (to) => wanted(outcome, to));
  }
}

async function postInstead(deps: Deps, room: Room, wanted: (to: Destination) => Wanted): Promise<void> {
  const to = await hostDestination(deps, room);
  if (to === undefined) return;
  try {
    await postWanted(deps, wanted(to));
  } catch (error) {
    if (!(error instanceof ChannelGoneError || error instanceof PersonGoneError)) throw error;
    deps.log.warn({ roomKey: room.roomKey, code: error.code }, 'nobody is left to be told');
  }
}
