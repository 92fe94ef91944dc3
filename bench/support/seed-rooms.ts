import { createHash, randomUUID } from 'node:crypto';
import { systemClock } from '../../src/clock.ts';
import { loadConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import { createLog } from '../../src/log.ts';
import type { Tables } from '../../src/usecases/ports/storage.ts';
import { SETTINGS } from './app.ts';

const PROVIDER = 'vonage-meetings';
const YEAR_MS = 365 * 24 * 3_600_000;

export interface SeededRoom {
  readonly roomKey: string;
  readonly teamId: string;
  readonly channelId: string;
  readonly providerRoomId: string;
  /** Where its callbacks go, on the app's origin. */
  readonly callbackPath: string;
}

/** Makes the tables, and open rooms spread evenly over so many channels, each of another workspace. */
export async function seedRooms(
  databaseUrl: string,
  { rooms, channels }: { readonly rooms: number; readonly channels: number },
): Promise<readonly SeededRoom[]> {
  const config = loadConfig({ ...SETTINGS, DATABASE_URL: databaseUrl });
  const database = await openDatabase(config, {
    clock: systemClock,
    log: createLog('silent'),
    runsJobs: false,
  });
  const seeded: SeededRoom[] = [];
  for (let n = 0; n < rooms; n++) {
    seeded.push(await database.storage.transaction((tables) => seedRoom(tables, n, n % channels)));
  }
  await database.close();
  return seeded;
}

async function seedRoom({ rooms }: Tables, n: number, channel: number): Promise<SeededRoom> {
  const roomKey = randomUUID();
  const token = `bench-token-of-room-${n}`;
  const place = { teamId: `T0BENCH${channel}`, channelId: `C0BENCH${channel}` };
  const now = Date.now();
  const facts = {
    hostName: 'Ada',
    locale: 'en-US',
    timeZone: 'Europe/London',
    recording: 'automatic',
    hostOnly: false,
    expiresAt: now + YEAR_MS,
  } as const;
  await rooms.insert(
    {
      ...place,
      ...facts,
      roomKey,
      provider: PROVIDER,
      direct: false,
      postChannelId: null,
      hostUserId: 'U0BENCH',
      madeBy: 'U0BENCH',
      title: `Weekly sync ${n}`,
      threadTs: null,
      joinApproval: 'everyone',
      closesAfterSession: false,
      closes: null,
      state: 'making',
      providerRoomId: null,
      joinUrl: null,
      createdAt: now - YEAR_MS,
      failure: null,
      createBeganAt: null,
      listFrom: null,
    },
    0,
  );
  await rooms.settle(roomKey, { ...facts, postChannelId: place.channelId });
  await rooms.beginCreate(roomKey, now, createHash('sha256').update(token).digest('hex'));
  const providerRoomId = randomUUID();
  const guestUrl = `https://meetings.example/${n}`;
  await rooms.open(roomKey, { providerRoomId, guestUrl, expiresAt: facts.expiresAt });
  return { roomKey, ...place, providerRoomId, callbackPath: `/callbacks/meetings/${token}` };
}
