import { describe, expect, test } from 'vitest';
import type { OpenStorage } from '../../support/open-store.ts';
import { sampleRoom } from '../../support/sample-rows.ts';

export function transactionContract(open: OpenStorage): void {
  describe('a transaction', () => {
    test('resolves: to what the work returned, durable for everybody', async () => {
      const { storage, sql } = await open();

      const value = await storage.transaction(async ({ inbox }) => inbox.accept('key', 'callback', 1));

      expect(value).toBe(true);
      expect(await sql('select key from inbox')).toEqual([{ key: 'key' }]);
    });

    test('whose work throws: rejects with that, and nothing of it stays', async () => {
      const { storage, sql } = await open();
      const trouble = new Error('no');

      const work = storage.transaction(async ({ inbox, rooms }) => {
        await inbox.accept('key', 'callback', 1);
        await rooms.insert(sampleRoom(), 0);
        throw trouble;
      });

      await expect(work).rejects.toBe(trouble);
      for (const table of ['inbox', 'rooms']) {
        expect(await sql(`select * from ${table}`)).toEqual([]);
      }
    });

    test('that fails among others at the same time: fails alone', async () => {
      const { storage, sql } = await open();

      const settled = await Promise.allSettled(
        ['a', 'b', 'c', 'd'].map((key) =>
          storage.transaction(async ({ inbox }) => {
            await inbox.accept(key, 'callback', 1);
            if (key === 'b') throw new Error('no');
          }),
        ),
      );

      expect(settled.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'fulfilled',
      ]);
      expect(await sql('select key from inbox order by key')).toEqual([
        { key: 'a' },
        { key: 'c' },
        { key: 'd' },
      ]);
    });

    test('whose SQL the database refuses: fails alone too', async () => {
      const { storage, sql } = await open();
      const accept = (key: string) => storage.transaction(({ inbox }) => inbox.accept(key, 'callback', 1));
      const refused = storage.transaction(({ inbox }) =>
        inbox.accept('b', null as unknown as string, 1).then(() => undefined),
      );

      const settled = await Promise.allSettled([accept('a'), refused, accept('c')]);

      expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await sql('select key from inbox order by key')).toEqual([{ key: 'a' }, { key: 'c' }]);
    });

    test('sees what those before it did: a hundred at once count to a hundred', async () => {
      const { storage } = await open();
      await storage.transaction(({ sessions }) =>
        sessions.touch({ provider: 'p', sessionId: 'session', providerRoomId: null }, 1),
      );

      await Promise.all(
        Array.from({ length: 100 }, (_, n) =>
          storage.transaction(async ({ sessions }) => {
            const session = await sessions.touch(
              { provider: 'p', sessionId: 'session', providerRoomId: null },
              1,
            );
            const one = { participantId: String(n), name: 'Somebody', isHost: false };
            await sessions.setParticipants('session', [...session.participants, one], null);
          }),
        ),
      );

      const session = await storage.transaction(({ sessions }) => sessions.find('session'));
      expect(session?.participants).toHaveLength(100);
    });

    test('begun when another resolves: works like any other', async () => {
      const { storage } = await open();
      const accept = (key: string) => storage.transaction(({ inbox }) => inbox.accept(key, 'callback', 1));

      const chain = await accept('a').then(() => accept('a'));

      expect(chain).toBe(false);
    });
  });
}
