import { expect, onTestFinished, test } from 'vitest';
import { claimSession } from '../../src/usecases/claim-session.ts';
import type { Tables } from '../../src/usecases/ports/storage.ts';
import { vonageVideo } from '../../src/video/vonage-video.ts';
import { onPostgres } from '../support/on-postgres.ts';
import { roomOrder } from '../support/open-meetings.ts';
import { openPostgresStorage } from '../support/open-postgres-storage.ts';
import { sampleRoom, sampleVideoRoom } from '../support/sample-rows.ts';
import { answerJson, stubHttpServer } from '../support/stub-http-server.ts';
import { videoOptions } from '../support/video-options.ts';

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

test('two processes, people at the doors of both at once: each makes a session, all get into one', async () => {
  const url = await freshDatabase();
  const asked = Promise.withResolvers<void>();
  let made = 0;
  // Answers the first two together, so that both processes have made one before either can say so.
  const api = await stubHttpServer(async (response) => {
    made += 1;
    const mine = made;
    if (mine === 2) asked.resolve();
    await asked.promise;
    answerJson(response, 200, [{ session_id: `session-${mine}` }]);
  });
  onTestFinished(() => api.close());
  const [one, other] = [await openProcess(url, api.origin), await openProcess(url, api.origin)];
  const room = await openRoom(one);

  const tickets = await Promise.all([one, other].map(({ door }) => door.visits.join({ code: room }, 'Ada')));
  const later = await Promise.all([one, other].map(({ door }) => door.visits.join({ code: room }, 'Ben')));

  expect(made).toBe(2);
  const ids = [...tickets, ...later].map((ticket) => ticket && 'sessionId' in ticket && ticket.sessionId);
  expect(ids[0]).toMatch(/^session-[12]$/);
  expect(new Set(ids).size).toBe(1);
  const open = await one.storage.transaction(({ sessions }) => sessions.openIn('room-1'));
  expect(open.map(({ sessionId }) => sessionId)).toEqual([ids[0]]);
});

async function openProcess(url: string, apiUrl: string) {
  const { storage } = await openPostgresStorage(url);
  const provider = vonageVideo({
    ...{ ...videoOptions(apiUrl), storage, claim: claimSession },
    publicUrl: 'https://roomtone.test',
  });
  onTestFinished(provider.close);
  return { ...provider, storage };
}

/** An open room, by its code. */
async function openRoom({ storage, ...provider }: Awaited<ReturnType<typeof openProcess>>): Promise<string> {
  const room = sampleRoom({ provider: 'vonage-video', state: 'open' });
  await storage.transaction(({ rooms }) => rooms.insert(room, 0));
  const { providerRoomId } = await provider.createRoom({ ...roomOrder, roomKey: room.roomKey });
  return providerRoomId;
}
