import { type Extension, extendedUntil } from '../../domain/room-change.ts';
import { acceptOnce } from '../../usecases/accept-once.ts';
import { answerLater } from '../../usecases/answer.ts';
import { openAgain } from '../../usecases/open-again.ts';
import type { Tables } from '../../usecases/ports/storage.ts';
import { readRoomsPageValue, readRoomValue } from '../button-values.ts';
import type { Click } from './click.ts';
import type { ListenerDeps } from './deps.ts';

/** Extend and Hand over ask back first. */
export async function offerRoomChange(
  tables: Tables,
  { value, reply, now }: Click,
  what: 'extend' | 'hand-over',
): Promise<void> {
  const room = readRoomValue(value);
  if (room === undefined) return;
  await acceptOnce(tables, { name: 'offer-room-change', payload: { ...room, what, reply }, now });
}

/** The new date is counted here: whatever happens to the job, it is not counted again. */
export async function extendRoom(tables: Tables, { value, reply, now }: Click, by: Extension): Promise<void> {
  const room = readRoomValue(value);
  if (room === undefined) return;
  const expiresAt = (await tables.rooms.find(room.roomKey))?.expiresAt ?? null;
  const change = { kind: 'extend', until: extendedUntil(expiresAt, by, now) } as const;
  await acceptOnce(tables, { name: 'change-room', payload: { ...room, change, reply }, now });
}

export async function changeRoom(
  tables: Tables,
  { value, reply, now }: Click,
  kind: 'end-after-session' | 'close',
): Promise<void> {
  const room = readRoomValue(value);
  if (room === undefined) return;
  await acceptOnce(tables, { name: 'change-room', payload: { ...room, change: { kind }, reply }, now });
}

/** Nobody chosen: the menu was only emptied. */
export async function handOverRoom(
  tables: Tables,
  { value, selectedUserId: toUserId, reply, now }: Click,
): Promise<void> {
  const room = readRoomValue(value);
  if (room === undefined || toUserId === undefined) return;
  await acceptOnce(tables, { name: 'hand-over-room', payload: { ...room, toUserId, reply }, now });
}

export async function turnRoomsPage(tables: Tables, { value, reply, now }: Click): Promise<void> {
  const turn = readRoomsPageValue(value);
  if (turn === undefined) return;
  await acceptOnce(tables, { name: 'list-rooms', payload: { ...turn, reply }, now });
}

export async function reopenRoom(tables: Tables, click: Click, deps: ListenerDeps): Promise<void> {
  const { value, reply, now } = click;
  const room = readRoomValue(value);
  if (room === undefined) return;
  const { provider, can, maxRoomsPerTeam } = deps;
  const answer = await openAgain(tables, { ...room, reply, now, provider, can, maxRoomsPerTeam });
  if (answer !== undefined) await answerLater(tables, reply, answer);
}

export async function setRecording(
  tables: Tables,
  { value, reply, now }: Click,
  wanted: 'on' | 'off',
): Promise<void> {
  const room = readRoomValue(value);
  if (room === undefined) return;
  await acceptOnce(tables, {
    name: 'set-recording',
    payload: { ...room, wanted, pressedAt: now, reply },
    now,
  });
}
