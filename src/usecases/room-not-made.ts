import type { Room } from '../domain/room.ts';
import { nextStepAfter, type RoomFailure } from '../domain/room-failure.ts';
import type { Trouble } from '../domain/trouble.ts';
import type { AppError } from '../errors.ts';
import { answerLater } from './answer.ts';
import type { Deps } from './deps.ts';
import type { ReplyTo } from './job-payloads.ts';
import type { Tables } from './ports/storage.ts';
import { updateHostsHomeLater } from './update-home-later.ts';

/** The last word when a room can't be made. */
export async function roomNotMade(
  deps: Deps,
  { roomKey, reply }: { readonly roomKey: string; readonly reply: ReplyTo },
  trouble: { readonly error: AppError; readonly ref: string },
): Promise<void> {
  const { error, ref } = trouble;
  await deps.storage.transaction(async (tables) => {
    const room = await tables.rooms.find(roomKey);
    if (room !== undefined) await failRoom(tables, { room, reply }, { code: error.code, ref });
  });
}

/** A room being made has failed: its title is free again, and whoever wanted it is told. */
export async function failRoom(
  tables: Tables,
  { room, reply }: { readonly room: Room; readonly reply: ReplyTo },
  { code, ref }: Trouble,
): Promise<void> {
  const { roomKey, title } = room;
  // Sent, and never known to have failed: trying again looks for the room first.
  const mayExist = room.createBeganAt !== null;
  const failure = mayExist ? 'uncertain' : (FAILURES[code] ?? 'internal');
  if (!(await tables.rooms.fail(roomKey, failure))) return;
  await updateHostsHomeLater(tables, room);
  await answerLater(tables, reply, {
    kind: 'room-not-made',
    title,
    failure,
    retryRoomKey: nextStepAfter(failure) === 'try-again' ? roomKey : null,
    code,
    ref,
  });
}

const FAILURES: Readonly<Record<string, RoomFailure>> = {
  meetings_unreachable: 'unreachable',
  meetings_no_answer: 'unreachable',
  meetings_error: 'error',
  meetings_rate_limited: 'error',
  meetings_rejected: 'rejected',
  meetings_credentials: 'credentials',
  room_limit: 'room-limit',
};
