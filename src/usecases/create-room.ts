import { createHash, randomBytes } from 'node:crypto';
import { capRecording, type Policy } from '../domain/policy.ts';
import type { Room } from '../domain/room.ts';
import { UpstreamError, UpstreamUnavailableError } from '../errors.ts';
import { answerLater } from './answer.ts';
import type { Deps } from './deps.ts';
import { examineWish } from './examine-wish.ts';
import type { JobPayloads } from './job-payloads.ts';
import type { Profile } from './ports/workspace.ts';
import { roomMade } from './room-made.ts';

/** How long after an unanswered create the room is first looked for. */
const FIRST_LOOK_MS = 30_000;

/**
 * Makes a room that was asked for, as far as the channel's policy lets. As long as the provider may have made it without
 * saying so, {@link findRoom} looks for it before anything is sent again.
 */
export async function createRoom(deps: Deps, wish: JobPayloads['create-room']): Promise<undefined> {
  const { roomKey, reply } = wish;
  const asked = await deps.storage.transaction((tables) => tables.rooms.find(roomKey));
  if (asked?.state !== 'making') return;
  if (asked.createBeganAt !== null) return lookForIt(deps, wish, asked.createBeganAt);

  const { maker, host, policy } = await askAround(deps, asked);
  const examined = await examineWish(deps, { room: asked, maker, host, reply, policy });
  if (examined === undefined) return;
  const { postChannelId, closesAt } = examined;
  const recorded = capRecording(asked, policy.recording);

  const token = randomBytes(32).toString('base64url');
  await deps.storage.transaction(async (tables) => {
    await tables.rooms.settle(roomKey, {
      postChannelId,
      ...recorded,
      locale: host.locale,
      timeZone: host.timeZone,
      hostName: host.name,
      expiresAt: closesAt,
    });
    await tables.rooms.beginCreate(roomKey, deps.clock.now(), sha256(token));
  });
  const room = { ...asked, ...recorded };
  await askProvider(deps, { room, wish, closesAt, callbackUrl: deps.callbackUrl(room.provider, token) });
}

async function askAround(
  deps: Deps,
  { teamId, madeBy, hostUserId, channelId }: Room,
): Promise<{ readonly maker: Profile; readonly host: Profile; readonly policy: Policy }> {
  const maker = await deps.workspace.profile(teamId, madeBy);
  const host = hostUserId === madeBy ? maker : await deps.workspace.profile(teamId, hostUserId);
  return deps.storage.transaction(async (tables) => {
    await tables.people.remember(maker, deps.clock.now());
    return { maker, host, policy: (await tables.settings.of(teamId, channelId)).policy };
  });
}

interface Order {
  readonly room: Room;
  readonly wish: JobPayloads['create-room'];
  readonly closesAt: number | null;
  readonly callbackUrl: string;
}

async function askProvider(deps: Deps, { room, wish, closesAt, callbackUrl }: Order): Promise<void> {
  const { roomKey, provider, title, recording, hostOnly, joinApproval } = room;
  const { reply } = wish;
  try {
    const made = await deps.meetingsOf(provider).createRoom({
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
