import { createHash, randomBytes } from 'node:crypto';
import { resolveClosing } from '../domain/resolve-closing.ts';
import type { Room } from '../domain/room.ts';
import { UpstreamError, UpstreamUnavailableError } from '../errors.ts';
import { answerLater } from './answer.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads, ReplyTo } from './job-payloads.ts';
import type { Profile } from './ports.ts';
import { roomMade } from './room-made.ts';

/** How long after an unanswered create the room is first looked for. */
const FIRST_LOOK_MS = 30_000;

/**
 * Makes a room that was asked for: date, channel, then the provider. As long as the provider may have made it without
 * saying so, {@link findRoom} looks for it before anything is sent again.
 */
export async function createRoom(deps: Deps, wish: JobPayloads['create-room']): Promise<undefined> {
  const { roomKey, reply } = wish;
  const room = await deps.storage.transaction((tables) => tables.rooms.find(roomKey));
  if (room?.state !== 'making') return;
  if (room.createBeganAt !== null) return lookForIt(deps, wish, room.createBeganAt);

  const host = await deps.workspace.profile(room.teamId, room.hostUserId);
  const closesAt = await settleDate(deps, { room, host, reply });
  if (closesAt === 'refused') return;
  const postChannelId = await placeForMessages(deps, room, reply);
  if (postChannelId === 'refused') return;

  const token = randomBytes(32).toString('base64url');
  await deps.storage.transaction(async (tables) => {
    await tables.rooms.settle(roomKey, {
      postChannelId,
      locale: host.locale,
      timeZone: host.timeZone,
      hostName: host.name,
      expiresAt: closesAt,
    });
    await tables.rooms.beginCreate(roomKey, deps.clock.now(), sha256(token));
  });
  await askProvider(deps, { room, wish, closesAt, callbackUrl: deps.callbackUrl(token) });
}

/** Null: an instant room. A date that will not do is answered, and the room forgotten. */
async function settleDate(
  deps: Deps,
  { room, host, reply }: { room: Room; host: Profile; reply: ReplyTo },
): Promise<number | null | 'refused'> {
  await deps.storage.transaction((tables) => tables.people.remember(host, deps.clock.now()));
  if (room.closes === null) return null;
  const resolved = resolveClosing(
    { ...room, closes: room.closes },
    {
      now: deps.clock.now(),
      timeZone: host.timeZone,
      locale: host.locale,
      names: deps.commands,
    },
  );
  if (resolved.kind === 'at') return resolved.at;
  await deps.storage.transaction(async (tables) => {
    await tables.rooms.drop(room.roomKey);
    await answerLater(tables, reply, { kind: 'bad-command', problem: resolved.problem });
  });
  return 'refused';
}

/** The channel, or the host's direct messages for a conversation where an app has no place. */
async function placeForMessages(deps: Deps, room: Room, reply: ReplyTo): Promise<string | 'refused'> {
  if (room.direct) return deps.workspace.directChannel(room.teamId, room.hostUserId);
  const access = await deps.workspace.channelAccess(room.teamId, room.channelId);
  if (access === 'yes') return room.channelId;
  await deps.storage.transaction(async (tables) => {
    await tables.rooms.fail(room.roomKey);
    await answerLater(tables, reply, {
      kind: 'cannot-post',
      title: room.title,
      why: access,
      retryRoomKey: access === 'not-invited' ? room.roomKey : null,
    });
  });
  return 'refused';
}

interface Order {
  readonly room: Room;
  readonly wish: JobPayloads['create-room'];
  readonly closesAt: number | null;
  readonly callbackUrl: string;
}

async function askProvider(deps: Deps, { room, wish, closesAt, callbackUrl }: Order): Promise<void> {
  const { roomKey, title, recording, hostOnly, joinApproval } = room;
  const { reply } = wish;
  try {
    const made = await deps.meetings.createRoom({
      roomKey,
      title,
      recording,
      hostOnly,
      joinApproval,
      closesAt,
      callbackUrl,
    });
    await deps.storage.transaction((tables) => roomMade(tables, { room, made, reply }));
    deps.log.info({ roomKey, teamId: room.teamId }, 'room made');
  } catch (error) {
    if (error instanceof UpstreamUnavailableError && error.reached === 'unknown') {
      await deps.storage.transaction((tables) =>
        answerLater(tables, reply, { kind: 'room-uncertain', title }),
      );
      return lookForIt(deps, wish, deps.clock.now());
    }
    // The provider did not make it. After any other error it may have, and the next run looks for the room.
    if (error instanceof UpstreamError) {
      await deps.storage.transaction((tables) => tables.rooms.forgetCreate(roomKey));
    }
    throw error;
  }
}

async function lookForIt(
  deps: Deps,
  wish: JobPayloads['create-room'],
  createBeganAt: number,
): Promise<undefined> {
  await deps.storage.transaction((tables) =>
    tables.jobs.enqueue({
      name: 'find-room',
      lane: wish.roomKey,
      payload: { ...wish, look: 1 },
      runAt: createBeganAt + FIRST_LOOK_MS,
    }),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
