import { randomUUID } from 'node:crypto';
import { systemClock } from '../../src/clock.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import type { Room } from '../../src/domain/room.ts';
import { createLog } from '../../src/log.ts';
import { applicationToken } from '../../src/vonage/token.ts';
import type { MeetingsServer } from './providers/meetings.ts';
import type { World } from './world.ts';

/** Longer than any run: a room that closes would have its card posted. */
const LONG_MS = 86_400_000;

interface RoomsOptions {
  readonly databaseUrl: string;
  /** The app's `CALLBACK_TOKEN`. */
  readonly callbackToken: string;
}

/** A room in each channel. Making them is not what is measured here: it would take Slack's pace as well. */
export async function openRooms(
  world: World<MeetingsServer>,
  { databaseUrl: url, callbackToken }: RoomsOptions,
): Promise<readonly string[]> {
  const database = await openDatabase(
    { DATABASE_URL: { kind: 'postgres', url }, DATABASE_SSL: undefined, DATABASE_POOL_SIZE: 2 },
    { clock: systemClock, log: createLog('silent'), runsJobs: false },
  );
  const ids: string[] = [];
  for (const channelId of world.channels) {
    const room = roomIn(channelId, world.people[0] ?? '');
    const { id, guestUrl } = await makeAtMeetings(world, room, callbackToken);
    await database.storage.transaction(({ rooms }) =>
      rooms.insert({ ...room, providerRoomId: id, joinUrl: guestUrl }, 0),
    );
    ids.push(id);
  }
  await database.close();
  return ids;
}

async function makeAtMeetings(
  { rooms: { meetings }, settings, publicUrl }: World<MeetingsServer>,
  { title, roomKey }: Room,
  callbackToken: string,
) {
  const callback = `${publicUrl}/callbacks/meetings/${callbackToken}`;
  const token = applicationToken({ ...settings, clock: systemClock });
  const response = await fetch(`${meetings.apiUrl}/rooms`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      display_name: title,
      metadata: roomKey,
      type: 'long_term',
      expires_at: new Date(Date.now() + LONG_MS).toISOString(),
      recording_options: { auto_record: true },
      callback_urls: {
        rooms_callback_url: callback,
        sessions_callback_url: callback,
        recordings_callback_url: callback,
      },
    }),
  });
  const made = (await response.json()) as { id: string; _links: { guest_url: { href: string } } };
  return { id: made.id, guestUrl: made._links.guest_url.href };
}

function roomIn(channelId: string, hostUserId: string): Room {
  return {
    roomKey: randomUUID(),
    provider: 'vonage-meetings',
    teamId: 'T0SANDBOX',
    channelId,
    direct: false,
    postChannelId: channelId,
    threadTs: null,
    hostUserId,
    madeBy: hostUserId,
    hostName: 'Person 0',
    title: `Room of ${channelId}`,
    recording: 'automatic',
    hostOnly: false,
    joinApproval: 'everyone',
    state: 'open',
    closes: { kind: 'after', durationMs: LONG_MS },
    closesAfterSession: false,
    expiresAt: Date.now() + LONG_MS,
    providerRoomId: null,
    joinUrl: null,
    locale: 'en-US',
    timeZone: 'UTC',
    createdAt: Date.now(),
    failure: null,
    createBeganAt: Date.now(),
    listFrom: null,
  };
}
