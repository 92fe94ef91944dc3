import { answer } from './answer.ts';
import type { Deps } from './deps.ts';
import { findChangeableRoom } from './find-changeable-room.ts';
import type { JobPayloads } from './job-payloads.ts';

/** Asks whoever may change the room by how much it is extended, or to whom it goes. */
export async function offerRoomChange(
  deps: Deps,
  { roomKey, what, reply }: JobPayloads['offer-room-change'],
): Promise<undefined> {
  const found = await findChangeableRoom(deps, roomKey, reply);
  if ('refusal' in found) return answer(deps, reply, found.refusal);
  const { title, closes, expiresAt: until } = found.room;
  if (what === 'hand-over') return answer(deps, reply, { kind: 'whom-to-hand-over', title, roomKey });
  return closes === null
    ? answer(deps, reply, { kind: 'closes-by-itself', title })
    : answer(deps, reply, { kind: 'how-long-to-extend', title, roomKey, until });
}
