import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Tables } from '../../src/usecases/ports/storage.ts';
import { onPostgres } from '../support/on-postgres.ts';
import { openPostgresStorage } from '../support/open-postgres-storage.ts';
import { PROVIDER, placeOf, START, sampleRoom } from '../support/sample-rows.ts';

const { freshDatabase } = onPostgres();

const ROOM = sampleRoom();
const { teamId, channelId, hostUserId } = ROOM;

/** One connection, since it is a connection that remembers statements. */
const open = async () => openPostgresStorage(await freshDatabase(), { poolSize: 1 });

/** A room with its card, in which somebody is, in a channel and of a person with wishes. */
async function seed({ rooms, sessions, posts, settings, people }: Tables): Promise<void> {
  await rooms.insert(ROOM, 0);
  await rooms.beginCreate(ROOM.roomKey, START, 'hash');
  await rooms.open(ROOM.roomKey, { providerRoomId: 'p-1', guestUrl: 'https://a.example', expiresAt: START });
  const session = { provider: PROVIDER, sessionId: 'session', providerRoomId: 'p-1', roomKey: ROOM.roomKey };
  await sessions.touch(session, START);
  await posts.begin('room:1', 'card', channelId);
  await settings.choose(teamId, channelId, { notify: 'quiet', locale: 'de', reminders: true });
  await people.openHome(teamId, hostUserId, START);
}

/** What each statement on the way to an acknowledgement finds. */
async function useAll({ rooms, sessions, inbox, settings, people }: Tables) {
  return {
    inserted: await rooms.insert(ROOM, 0),
    byKey: await rooms.find(ROOM.roomKey),
    byToken: await rooms.findByToken('hash'),
    live: await rooms.findLive(placeOf(ROOM)),
    inSession: await rooms.inSession({ teamId, channelId }),
    made: await rooms.countMadeBy(teamId, hostUserId, 0),
    liveOfTeam: await rooms.countLive(teamId),
    session: await sessions.touch({ provider: PROVIDER, sessionId: 'session', providerRoomId: null }, START),
    accepted: await inbox.accept('key', 'callback', START),
    surfaces: await rooms.surfaces(ROOM, 'room:1'),
    settings: await settings.of(teamId, channelId),
    locale: await people.locale(teamId, hostUserId, 0),
    home: await people.home(teamId, hostUserId),
  };
}

test('a newer release adds a column to every table while this one runs: it finds all as before', async () => {
  const { storage, sql: query, tables } = await open();
  await storage.transaction(seed);
  await storage.transaction(useAll);
  const before = await storage.transaction(useAll);

  for (const table of await tables()) await query(`alter table ${table} add column newer text`);

  expect(await storage.transaction(useAll)).toEqual(before);
  expect(Object.values(before)).not.toContain(undefined);
});

test('what is on the way to an acknowledgement: is parsed once per connection', async () => {
  const { storage } = await open();
  for (let n = 0; n < 3; n++) await storage.transaction(useAll);

  const { rows } = await storage.inTransaction((tx) =>
    sql`select (generic_plans + custom_plans)::int as runs from pg_prepared_statements`.execute(tx),
  );

  const statements = Object.keys(await storage.transaction(useAll));
  expect(rows).toEqual(statements.map(() => ({ runs: 3 })));
});
