import type { RoomRefusal } from '../domain/new-room-answer.ts';
import { isAllowedIn } from '../domain/permissions.ts';
import type { Policy } from '../domain/policy.ts';
import { resolveClosing } from '../domain/resolve-closing.ts';
import type { Room } from '../domain/room.ts';
import { answerLater } from './answer.ts';
import type { Deps } from './deps.ts';
import { findHostFault } from './find-host-fault.ts';
import type { ReplyTo } from './job-payloads.ts';
import { isInChannel } from './may.ts';
import type { Profile } from './ports/workspace.ts';
import { requestOf } from './request-of.ts';
import { updateHostsHomeLater } from './update-home-later.ts';

/** A wish for a room, people as Slack knows them now, and what the channel's policy says. */
export interface Wish {
  readonly room: Room;
  /** Whoever asked for it. */
  readonly maker: Profile;
  readonly host: Profile;
  readonly reply: ReplyTo;
  readonly policy: Policy;
}

/** What is known of a room once nothing speaks against it. Times are epoch milliseconds. */
export interface Examined {
  readonly postChannelId: string;
  /** Null: an instant room. */
  readonly closesAt: number | null;
}

/**
 * Looks whether a wish for a room can be fulfilled: may this person make one here, is the date one, may we post?
 * Whatever is in the way is answered, and the room is no more, or can be tried again: undefined.
 */
export async function examineWish(deps: Deps, wish: Wish): Promise<Examined | undefined> {
  if (!(await isPermitted(deps, wish, true))) return undefined;
  const closesAt = await settleDate(deps, wish);
  if (closesAt === 'refused') return undefined;
  const postChannelId = await placeForMessages(deps, wish);
  if (postChannelId === 'refused') return undefined;
  if (await refusesHost(deps, { ...wish, postChannelId })) return undefined;
  const { room, reply } = wish;
  const isAskedInside = reply.channelId === room.channelId;
  const inChannel = isAskedInside || (await isInChannel(deps, room, reply));
  return (await isPermitted(deps, wish, inChannel)) ? { postChannelId, closesAt } : undefined;
}

/** Somebody else is to be the host, and can't be. */
async function refusesHost(
  deps: Deps,
  { room, host, reply, postChannelId }: Wish & { readonly postChannelId: string },
): Promise<boolean> {
  if (host.userId === room.madeBy) return false;
  const why = await findHostFault(deps, { ...room, postChannelId }, host);
  if (why === undefined) return false;
  const { title, roomKey } = room;
  const { userId } = host;
  await deps.storage.transaction(async (tables) => {
    await tables.rooms.drop(roomKey);
    await answerLater(tables, reply, { kind: 'host-refused', title, userId, why, noRoom: true });
  });
  return true;
}

async function isPermitted(deps: Deps, wish: Wish, inChannel: boolean): Promise<boolean> {
  const { room, maker, reply, policy } = wish;
  if (isAllowedIn('make-room', maker, { teamId: room.teamId, inChannel, policy })) return true;
  const why = whyNot(wish, inChannel);
  await deps.storage.transaction(async (tables) => {
    await tables.rooms.drop(room.roomKey);
    await answerLater(tables, reply, { kind: 'room-refused', title: room.title, why });
  });
  return false;
}

function whyNot({ room, maker, policy }: Wish, inChannel: boolean): RoomRefusal {
  if (maker.teamId !== room.teamId) return 'other-workspace';
  if (!inChannel) return 'not-in-channel';
  return policy.makeRooms === 'admins' ? 'admins-only' : 'members-only';
}

/** Null: an instant room. A date that will not do is answered, and the room forgotten. */
async function settleDate(deps: Deps, { room, maker, reply }: Wish): Promise<number | null | 'refused'> {
  if (room.closes === null) return null;
  const { timeZone, locale } = maker;
  const context = { now: deps.clock.now(), timeZone, locale, names: deps.commands };
  const resolved = resolveClosing({ ...requestOf(room), closes: room.closes }, context);
  if (resolved.kind === 'at') return resolved.at;
  await deps.storage.transaction(async (tables) => {
    await tables.rooms.drop(room.roomKey);
    await answerLater(tables, reply, { kind: 'bad-command', problem: resolved.problem });
  });
  return 'refused';
}

/** The channel, or the host's direct messages for a conversation where an app has no place. */
async function placeForMessages(deps: Deps, { room, reply }: Wish): Promise<string | 'refused'> {
  if (room.direct) return deps.workspace.directChannel(room.teamId, room.hostUserId);
  const access = await deps.workspace.channelAccess(room.teamId, room.channelId);
  if (access === 'yes') return room.channelId;
  await deps.storage.transaction(async (tables) => {
    await tables.rooms.fail(room.roomKey, access);
    await updateHostsHomeLater(tables, room);
    await answerLater(tables, reply, {
      kind: 'cannot-post',
      title: room.title,
      why: access,
      retryRoomKey: access === 'not-invited' ? room.roomKey : null,
    });
  });
  return 'refused';
}
