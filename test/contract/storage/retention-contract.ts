import { describe, expect, test } from 'vitest';
import type { Tables } from '../../../src/usecases/ports/storage.ts';
import type { OpenedStorage, OpenStorage } from '../../support/open-store.ts';
import { PROVIDER, START, sampleRecording, sampleRoom, sampleVideoRoom } from '../../support/sample-rows.ts';

const DAY_MS = 24 * 60 * 60_000;

const purge = (store: OpenedStorage, now: number) =>
  store.storage.transaction(({ retention }) => retention.purge(now));
const keep = (store: OpenedStorage, work: (tables: Tables) => Promise<unknown>) =>
  store.storage.transaction(work);

interface Kept {
  readonly what: string;
  readonly forMs: number;
  store(tables: Tables): Promise<unknown>;
  readonly count: string;
}

const KEPT: readonly Kept[] = [
  {
    what: 'inbox keys',
    forMs: 7 * DAY_MS,
    store: ({ inbox }) => inbox.accept('slack:1', 'callback', START),
    count: 'select key from inbox',
  },
  {
    what: 'recordings without a room',
    forMs: 7 * DAY_MS,
    store: ({ recordings }) => recordings.insert(sampleRecording({ roomKey: null })),
    count: 'select recording_id from recordings',
  },
  {
    what: 'sessions without a room',
    forMs: 7 * DAY_MS,
    store: ({ sessions }) =>
      sessions.touch({ provider: PROVIDER, sessionId: 's', providerRoomId: 'p-1' }, START),
    count: 'select session_id from sessions',
  },
  {
    what: 'pauses that are over',
    forMs: DAY_MS,
    store: ({ pauses }) => pauses.hold('channel:C1', START),
    count: 'select key from pauses',
  },
  {
    what: 'our own half of rooms that are over',
    forMs: 7 * DAY_MS,
    async store({ rooms, videoRooms }) {
      await rooms.insert(sampleRoom({ state: 'expired' }), 0);
      await videoRooms.insert(sampleVideoRoom({ expiresAt: START }));
    },
    count: 'select room_key from video_rooms',
  },
  {
    what: 'names of people in a session whose end was never told',
    forMs: DAY_MS,
    async store({ sessions }) {
      await sessions.touch({ provider: PROVIDER, sessionId: 's', providerRoomId: null }, START);
      await sessions.claim('s', 'room-1');
      await sessions.setParticipants('s', [{ participantId: 'p1', name: 'Ada', isHost: true }], null);
    },
    count: "select session_id from sessions where participants <> '[]'",
  },
];

export function retentionContract(open: OpenStorage): void {
  describe('what is kept long enough', () => {
    test.each(KEPT)('$what: stay until their time is over, then go', async ({ forMs, store, count }) => {
      const opened = await open();
      await keep(opened, store);

      await purge(opened, START + forMs);
      expect(await opened.sql(count)).toHaveLength(1);

      await purge(opened, START + forMs + 1);
      expect(await opened.sql(count)).toEqual([]);
    });

    test('rooms, and what belongs to them: stay', async () => {
      const opened = await open();
      await keep(opened, async ({ rooms, videoRooms, sessions, recordings }) => {
        await rooms.insert(sampleRoom({ state: 'open' }), 0);
        await videoRooms.insert(sampleVideoRoom({ expiresAt: START }));
        await sessions.touch({ provider: PROVIDER, sessionId: 's', providerRoomId: 'p-1' }, START);
        await sessions.claim('s', 'room-1');
        await recordings.insert(sampleRecording());
      });

      await purge(opened, START + 365 * DAY_MS);

      expect(await opened.sql('select session_id from sessions')).toHaveLength(1);
      expect(await opened.sql('select recording_id from recordings')).toHaveLength(1);
      // Somebody in it keeps an open room open, whatever its date.
      expect(await opened.sql('select room_key from video_rooms')).toHaveLength(1);
    });

    test('a great many: go a bounded number at a time, and it says whether there are more', async () => {
      const opened = await open();
      await keep(opened, async ({ inbox }) => {
        for (let n = 0; n < 700; n++) await inbox.accept(`slack:${n}`, 'callback', START);
      });
      const left = async () => (await opened.sql('select key from inbox')).length;

      expect(await purge(opened, START + 8 * DAY_MS)).toBe(true);
      expect(await left()).toBe(200);
      expect(await purge(opened, START + 8 * DAY_MS)).toBe(false);
      expect(await left()).toBe(0);
    });
  });
}
