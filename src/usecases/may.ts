import { isAllowed, type Person, type RoomAction } from '../domain/permissions.ts';
import type { Policy } from '../domain/policy.ts';
import type { Room } from '../domain/room.ts';
import type { Deps } from './deps.ts';
import type { ReplyTo } from './job-payloads.ts';

/** Somebody asks for something that depends on a room. */
export interface Question {
  readonly action: RoomAction;
  readonly room: Room;
  readonly reply: ReplyTo;
}

export interface Verdict {
  readonly allowed: boolean;
  /** Of the room's channel, so that a refusal can name the rule. */
  readonly policy: Policy;
}

/**
 * May the person do that? Slack is asked for no more than the answer depends on, so that a host, whose standing was
 * looked at when the room became theirs, waits for nothing.
 */
export async function verdictOn(deps: Deps, { action, room, reply }: Question): Promise<Verdict> {
  const { policy } = await deps.storage.transaction((tables) =>
    tables.settings.of(room.teamId, room.channelId),
  );
  const may = (person: Person, inChannel: boolean) => isAllowed(action, person, { room, inChannel, policy });
  const verdict = (allowed: boolean): Verdict => ({ allowed, policy });

  const { userId } = reply;
  const isHost = userId === room.hostUserId;
  const atLeast = { teamId: isHost ? room.teamId : '', userId, isAdmin: false, isGuest: true };
  if (may(atLeast, false)) return verdict(true);
  const atMost = { teamId: room.teamId, userId, isAdmin: true, isGuest: false };
  if (!may(atMost, true)) return verdict(false);

  const person = await deps.workspace.profile(reply.teamId, userId);
  if (may(person, false)) return verdict(true);
  return verdict(may(person, true) && (await isInChannel(deps, room, reply)));
}

/** Is the person in the room's channel? Between people an app can't look; there Slack's word is enough. */
export async function isInChannel(
  deps: Deps,
  room: Pick<Room, 'teamId' | 'channelId' | 'postChannelId' | 'direct'>,
  { channelId, userId }: Pick<ReplyTo, 'channelId' | 'userId'>,
): Promise<boolean> {
  if (room.direct) return channelId === room.channelId || channelId === room.postChannelId;
  return deps.workspace.isMember(room.teamId, room.channelId, userId);
}
