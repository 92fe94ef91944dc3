import { createHash, randomBytes } from 'node:crypto';
import { resolveClosing } from '../domain/resolve-closing.ts';
import type { Room } from '../domain/room.ts';
import { UpstreamUnavailableError } from '../errors.ts';
import { answerLater } from './answer.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads, ReplyTo } from './job-payloads.ts';
import type { Profile } from './ports.ts';
import { roomMade } from './room-made.ts';

/** How long after an unanswered create the room is first looked for. */
const FIRST_LOOK_MS = 30_000;

/**
 * Makes a room that was asked for: date, channel, then the provider. The creating request is sent at most once: when
 * its answer is missing, {@link findRoom} looks for the room before anything is sent again.
 */
export async function createRoom(
  deps: Deps,
  { roomKey, reply }: JobPayloads['create-room'],
): Promise<undefined> {
  const room = await deps.storage.transaction((tables) => tables.rooms.find(roomKey));
  if (room?.state !== 'making') return;
  if (room.createBeganAt !== null) return lookForIt(deps, room, reply);

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
  await askProvider(deps, { room, reply, closesAt, callbackUrl: deps.callbackUrl(token) });
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
  const access = await deps.workspace.channelAccess(room.teamId, room.channelId);
  if (access === 'direct') return deps.workspace.directChannel(room.teamId, room.hostUserId);
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
  readonly reply: ReplyTo;
  readonly closesAt: number | null;
  readonly callbackUrl: string;
}

async function askProvider(deps: Deps, { room, reply, closesAt, callbackUrl }: Order): Promise<void> {
  const { roomKey, title, recording, hostOnly } = room;
  try {
    const made = await deps.meetings.createRoom({
      roomKey,
      title,
      recording,
      hostOnly,
      closesAt,
      callbackUrl,
    });
    await deps.storage.transaction((tables) => roomMade(tables, { room, made, reply }));
    deps.log.info({ roomKey, teamId: room.teamId }, 'room made');
  } catch (error) {
    if (!(error instanceof UpstreamUnavailableError) || error.reached !== 'unknown') throw error;
    await deps.storage.transaction((tables) => answerLater(tables, reply, { kind: 'room-uncertain', title }));
    await lookForIt(deps, { ...room, createBeganAt: deps.clock.now() }, reply);
  }
}

async function lookForIt(deps: Deps, room: Room, reply: ReplyTo): Promise<undefined> {
  await deps.storage.transaction((tables) =>
    tables.jobs.enqueue({
      name: 'find-room',
      lane: room.roomKey,
      payload: { roomKey: room.roomKey, look: 1, reply },
      runAt: (room.createBeganAt ?? deps.clock.now()) + FIRST_LOOK_MS,
    }),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
