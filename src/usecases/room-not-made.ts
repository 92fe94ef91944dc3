import type { RoomFailure } from '../domain/answer.ts';
import type { AppError } from '../errors.ts';
import { answerLater } from './answer.ts';
import type { Deps } from './deps.ts';
import type { ReplyTo } from './job-payloads.ts';

/** The last word when a room can't be made. */
export async function roomNotMade(
  deps: Deps,
  { roomKey, reply }: { readonly roomKey: string; readonly reply: ReplyTo },
  trouble: { readonly error: AppError; readonly ref: string },
): Promise<void> {
  await deps.storage.transaction(async (tables) => {
    const room = await tables.rooms.find(roomKey);
    if (room === undefined || !(await tables.rooms.fail(roomKey))) return;
    // Sent, and never known to have failed: trying again looks for the room first.
    const mayExist = room.createBeganAt !== null;
    const failure = mayExist ? 'uncertain' : (FAILURES[trouble.error.code] ?? 'internal');
    await answerLater(tables, reply, {
      kind: 'room-not-made',
      title: room.title,
      failure,
      retryRoomKey: CURABLE.has(failure) ? roomKey : null,
      code: trouble.error.code,
      ref: trouble.ref,
    });
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
/** What pressing Try again can help with. */
const CURABLE: ReadonlySet<RoomFailure> = new Set(['unreachable', 'error', 'uncertain', 'internal']);
