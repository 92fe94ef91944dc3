import type { StorableAnswer } from '../domain/answer.ts';
import type { ReplyTo } from './job-payloads.ts';
import type { Tables } from './ports/storage.ts';

/** A person may make this many rooms … */
const ROOMS_PER_PERSON = 10;
/** … within this long. */
const WINDOW_MINUTES = 10;

/** Why nobody makes another room for this person now; undefined when nothing is in the way. */
export async function findRoomLimit(
  tables: Tables,
  asker: { readonly reply: ReplyTo; readonly now: number; readonly maxRoomsPerTeam: number },
): Promise<StorableAnswer | undefined> {
  const { teamId, userId } = asker.reply;
  const made = await tables.rooms.countMadeBy(teamId, userId, asker.now - WINDOW_MINUTES * 60_000);
  if (made >= ROOMS_PER_PERSON) {
    return { kind: 'too-many-rooms', limit: ROOMS_PER_PERSON, minutes: WINDOW_MINUTES };
  }
  if ((await tables.rooms.countLive(teamId)) >= asker.maxRoomsPerTeam) {
    return { kind: 'team-full', limit: asker.maxRoomsPerTeam };
  }
  return undefined;
}
