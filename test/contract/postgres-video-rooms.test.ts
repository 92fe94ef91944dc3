import { expect, test } from 'vitest';
import type { Tables } from '../../src/usecases/ports.ts';
import { onPostgres } from '../support/on-postgres.ts';
import { openPostgresStorage } from '../support/open-postgres-storage.ts';
import { sampleVideoRoom } from '../support/sample-rows.ts';

const { freshDatabase } = onPostgres();

const activate =
  (sessionId: string) =>
  ({ videoRooms }: Tables) =>
    videoRooms.activate('code-1', sessionId, null);

test('two processes, both transactions open, neither sees a session: the first to commit wins', async () => {
  const url = await freshDatabase();
  const [one, other] = [await openPostgresStorage(url), await openPostgresStorage(url)];
  await one.storage.transaction(({ videoRooms }) => videoRooms.insert(sampleVideoRoom()));
  const held = Promise.withResolvers<void>();
  const waited = Promise.withResolvers<void>();

  const results = await Promise.all([
    one.storage.transaction(async (tables) => {
      const won = await activate('s1')(tables);
      held.resolve();
      // The other one has read the room as it was, and waits for this one's row.
      await waited.promise;
      return won;
    }),
    other.storage.transaction(async (tables) => {
      await held.promise;
      const seen = await tables.videoRooms.find('code-1');
      const waiting = activate('s2')(tables);
      waited.resolve();
      return { seen: seen?.activeSessionId, won: await waiting };
    }),
  ]);

  expect(results).toEqual([true, { seen: null, won: false }]);
  expect(await one.sql('select active_session_id from video_rooms')).toEqual([{ active_session_id: 's1' }]);
});
