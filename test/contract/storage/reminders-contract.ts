import { describe, expect, test } from 'vitest';
import type { Reminders, RemindersDue } from '../../../src/usecases/ports/reminders.ts';
import type { OpenStorage } from '../../support/open-store.ts';
import { PROVIDER, START, sampleRoom } from '../../support/sample-rows.ts';
import { openRecordings } from './open-recordings.ts';

/** Ended by 50: the first is due; by 20: the second; by 10: it is gone. */
const DUE: RemindersDue = { provider: PROVIDER, first: START + 50, second: START + 20, gone: START + 10 };
const ada = { teamId: 'T1', userId: 'U1' };

export function remindersContract(open: OpenStorage): void {
  describe('what hosts are reminded of', () => {
    async function openReminders() {
      const { storage, add } = await openRecordings(open);
      await storage.transaction(async ({ rooms }) => {
        await rooms.insert(sampleRoom({ roomKey: 'a', timeZone: 'Europe/Berlin' }), 0);
        await rooms.insert(sampleRoom({ roomKey: 'b', title: 'B', hostUserId: 'U2' }), 0);
      });
      const ended = (recordingId: string, after: number, roomKey = 'a') =>
        add({ recordingId, roomKey, endedAt: START + after, state: 'uploaded', confirmedAt: START });
      const reminders = <T>(work: (reminders: Reminders) => Promise<T>) =>
        storage.transaction((tables) => work(tables.reminders));
      const due = () =>
        reminders(async (r) => (await r.dueOf(ada, DUE, 10)).map(({ recording }) => recording.recordingId));
      return { add, ended, reminders, due };
    }

    test('due: ready, not gone yet, and not spoken of so often; the first to go in front', async () => {
      const { add, ended, reminders, due } = await openReminders();
      await ended('soon', 20);
      await ended('later', 50);
      await ended('much later', 51);
      await ended('over', 10);
      await ended("another's", 30, 'b');
      await add({ recordingId: 'unconfirmed', roomKey: 'a', endedAt: START + 30, state: 'uploaded' });
      const elsewhere = { provider: 'another', endedAt: START + 30, confirmedAt: START } as const;
      await add({ recordingId: 'elsewhere', roomKey: 'a', state: 'uploaded', ...elsewhere });
      await add({ recordingId: 'deleted', roomKey: 'a', endedAt: START + 30, state: 'deleted' });
      expect(await due()).toEqual(['soon', 'later']);

      await reminders(async (r) => {
        await r.settle('soon', 1);
        await r.settle('later', 1);
      });
      expect(await due()).toEqual(['soon']);

      await reminders((r) => r.settle('soon', 2));
      await reminders((r) => r.settle('soon', 1));
      expect(await due()).toEqual([]);
    });

    test('whose: each host once, with a zone of theirs', async () => {
      const { ended, reminders } = await openReminders();
      for (const id of ['1', '2']) await ended(id, 30);
      await ended('3', 30, 'b');
      const hosts = (limit: number) => reminders((r) => r.hostsDue(DUE, limit));

      expect(await hosts(10)).toEqual([
        { ...ada, timeZone: 'Europe/Berlin' },
        { teamId: 'T1', userId: 'U2', timeZone: 'UTC' },
      ]);
      expect(await hosts(1)).toHaveLength(1);
      for (const id of ['1', '2', '3']) await reminders((r) => r.settle(id, 2));
      expect(await hosts(10)).toEqual([]);
    });

    test('which recordings a reminder speaks of, and the other way round', async () => {
      const { ended, reminders } = await openReminders();
      await ended('1', 40);
      await ended('2', 30);
      await reminders(async (r) => {
        await r.add('today', ['1', '2', 'unheard of']);
        await r.add('today', ['1']);
        await r.add('tomorrow', ['2']);
        await r.add('never', []);
      });

      const found = await reminders((r) => r.recordingsOf('today'));
      expect(found.map(({ recording }) => recording.recordingId)).toEqual(['2', '1']);
      expect(await reminders((r) => r.subjectsOf('2'))).toEqual(['today', 'tomorrow']);
      expect(await reminders((r) => r.subjectsOf('3'))).toEqual([]);
    });
  });
}
