import type { StorableAnswer } from '../domain/answer.ts';
import type { Room } from '../domain/room.ts';
import { type RoomChange, soonestClosing } from '../domain/room-change.ts';
import { NotFoundError, PausedError } from '../errors.ts';
import { announceRoomLater } from './announce-later.ts';
import { answer, answerLater } from './answer.ts';
import { closeRoom } from './close-room.ts';
import type { Deps } from './deps.ts';
import { doOnce, isDone } from './done-once.ts';
import { findChangeableRoom } from './find-changeable-room.ts';
import type { JobPayloads, ReplyTo } from './job-payloads.ts';
import type { MeetingRoom, RoomClosing } from './ports/meetings.ts';
import { readRoomNow } from './read-room-now.ts';

/**
 * Extends a long-term room, has it close after its session, or closes it, for its host or an admin. What is stored and
 * said is what the provider answered. Throws PausedError, to be done again at once, when something else has changed the
 * room meanwhile: of two changes carried out at the same moment, the later one starts from what the other has left.
 */
export async function changeRoom(
  deps: Deps,
  { roomKey, change, reply }: JobPayloads['change-room'],
): Promise<undefined> {
  if (await deps.storage.transaction((tables) => isDone(tables, reply))) return;
  const found = await findChangeableRoom(deps, roomKey, reply);
  if ('refusal' in found) return answer(deps, reply, found.refusal);
  const { room, providerRoomId } = found;
  const { title } = room;
  if (room.closes === null) return answer(deps, reply, { kind: 'closes-by-itself', title });
  if (change.kind === 'end-after-session' && !(await isInSession(deps, room))) {
    return answer(deps, reply, { kind: 'no-session', title });
  }
  const wanted = closingOf(change, room, deps.clock.now());
  try {
    const isSo = change.kind === 'close' && closesBy(room, wanted.expiresAt);
    const meetings = deps.meetingsOf(room.provider);
    const changed = isSo ? room : await meetings.changeRoom(providerRoomId, wanted);
    await record(deps, { room, change, changed, reply });
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    await deps.storage.transaction((tables) => closeRoom(tables, roomKey, deps.clock.now()));
    return answer(deps, reply, { kind: 'room-closed', title });
  }
}

async function isInSession(deps: Deps, room: Room): Promise<boolean> {
  return (await deps.storage.transaction((tables) => readRoomNow(tables, room))).kind === 'in-session';
}

function closingOf(change: RoomChange, room: Room, now: number): Partial<RoomClosing> {
  switch (change.kind) {
    case 'extend':
      return {
        // One that was asked for before and comes later takes nothing back.
        expiresAt: Math.max(change.until, room.expiresAt ?? 0),
        // Whoever wants it open for longer does not want it closed after this session.
        ...(room.closesAfterSession && { closesAfterSession: false }),
      };
    case 'end-after-session':
      return { closesAfterSession: true };
    case 'close':
      return { expiresAt: soonestClosing(now) };
  }
}

/** Does it close by then anyway? */
function closesBy({ expiresAt }: Room, at: number | null | undefined): boolean {
  return expiresAt !== null && at != null && expiresAt <= at;
}

interface Done {
  readonly room: Room;
  readonly change: RoomChange;
  readonly changed: Pick<MeetingRoom, 'expiresAt' | 'closesAfterSession'>;
  readonly reply: ReplyTo;
}

/** State, proof, card and answer in one: run again after a crash, the change is neither told nor noted twice. */
async function record(deps: Deps, { room, change, changed, reply }: Done): Promise<void> {
  const { roomKey, teamId } = room;
  const at = deps.clock.now();
  const { expiresAt, closesAfterSession } = changed;
  await deps.storage.transaction(async (tables) => {
    if (!(await doOnce(tables, reply, { kind: 'change-room', now: at }))) return;
    // The provider may have taken the other change after this one, whose answer then no longer is how things stand.
    if (!(await tables.rooms.reschedule(roomKey, { expiresAt, closesAfterSession }, room))) {
      throw new PausedError('meetings', at);
    }
    const action = `${change.kind}-room`;
    await tables.audit.add({ teamId, at, userId: reply.userId, action, subject: roomKey });
    await announceRoomLater(tables, roomKey);
    await answerLater(tables, reply, answerOf(room.title, change, expiresAt));
  });
}

function answerOf(title: string, { kind }: RoomChange, expiresAt: number | null): StorableAnswer {
  if (kind === 'end-after-session') return { kind: 'room-ends-after-session', title };
  return { kind: kind === 'extend' ? 'room-extended' : 'room-closing', title, until: expiresAt };
}
