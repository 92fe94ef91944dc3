import { describe, expect, test } from 'vitest';
import type { HomesOf } from '../../../src/domain/home.ts';
import type { People } from '../../../src/usecases/ports/people.ts';
import type { OpenStorage } from '../../support/open-store.ts';
import { START, sampleProfile, sampleRoom } from '../../support/sample-rows.ts';

const ada = sampleProfile({ locale: 'de-DE', timeZone: 'Europe/Berlin', isAdmin: true });

export function peopleContract(open: OpenStorage): void {
  describe('a person we have met', () => {
    test('has a language, as long as we have met them since', async () => {
      const { storage } = await open();
      await storage.transaction(({ people }) => people.remember(ada, START));
      const locale = (teamId: string, userId: string, since: number) =>
        storage.transaction(({ people }) => people.locale(teamId, userId, since));

      expect(await locale('T1', 'U1', START)).toBe('de-DE');
      expect(await locale('T1', 'U1', START + 1)).toBeUndefined();
      expect(await locale('T2', 'U1', 0)).toBeUndefined();
      expect(await locale('T1', 'U2', 0)).toBeUndefined();
    });

    test('met again: has the language of that day', async () => {
      const { storage } = await open();
      await storage.transaction(({ people }) => people.remember(ada, START));
      await storage.transaction(({ people }) => people.remember({ ...ada, locale: 'en-GB' }, START + 5));

      const locale = await storage.transaction(({ people }) => people.locale('T1', 'U1', START + 5));

      expect(locale).toBe('en-GB');
    });

    test('wants reminders until they say no, whatever is learnt about them later, and then again', async () => {
      const { storage } = await open();
      const wants = () => storage.transaction(({ people }) => people.wantsReminders('T1', 'U1'));
      const set = (wanted: boolean) =>
        storage.transaction(({ people }) => people.setReminders('T1', 'U1', wanted));
      expect(await wants()).toBe(true);

      await set(false);
      await storage.transaction(({ people }) => people.remember(ada, START));
      expect(await wants()).toBe(false);

      await set(true);
      expect(await wants()).toBe(true);
      expect(await storage.transaction(({ people }) => people.locale('T1', 'U1', START))).toBe('de-DE');
    });

    test('has a Home to keep up to date from the first look on, until it is closed', async () => {
      const { storage } = await open();
      const home = () => storage.transaction(({ people }) => people.home('T1', 'U1'));
      const change = (work: (people: People) => Promise<void>) =>
        storage.transaction(({ people }) => work(people));
      await change((people) => people.remember(ada, START));
      await change((people) => people.homeShows('T1', 'U2', 'unheard of'));
      expect(await home()).toBeUndefined();

      await change((people) => people.openHome('T1', 'U1', START));
      expect(await home()).toEqual({ fingerprint: null });
      await change((people) => people.homeShows('T1', 'U1', 'abc'));
      await change((people) => people.openHome('T1', 'U1', START + 1));
      await change((people) => people.remember({ ...ada, locale: 'en-GB' }, START + 2));
      expect(await home()).toEqual({ fingerprint: 'abc' });

      await change((people) => people.closeHome('T1', 'U1'));
      expect(await home()).toBeUndefined();
      expect(await storage.transaction(({ people }) => people.locale('T1', 'U1', START + 2))).toBe('en-GB');
    });

    test('met at Home first: has no language yet, and wants reminders', async () => {
      const { storage } = await open();

      await storage.transaction(({ people }) => people.openHome('T1', 'U9', START));

      expect(await storage.transaction(({ people }) => people.locale('T1', 'U9', 1))).toBeUndefined();
      expect(await storage.transaction(({ people }) => people.wantsReminders('T1', 'U9'))).toBe(true);
    });

    test('who has a Home: page by page, everybody or only hosts', async () => {
      const { storage } = await open();
      await storage.transaction(async ({ people, rooms }) => {
        for (const userId of ['U3', 'U1', 'U2', 'U4']) await people.openHome('T1', userId, START);
        await people.openHome('T2', 'U5', START);
        await people.remember({ ...ada, userId: 'U6' }, START);
        await people.closeHome('T1', 'U4');
        const host = { hostUserId: 'U2', madeBy: 'U2' };
        await rooms.insert(sampleRoom({ ...host, roomKey: 'room-1', channelId: 'C1' }), 0);
        await rooms.insert(sampleRoom({ roomKey: 'room-2', hostUserId: 'U6', channelId: 'C1' }), 1);
      });
      const homes = (of: Partial<HomesOf>, after?: string) =>
        storage.transaction(({ people }) =>
          people.withHome({ teamId: 'T1', ...of }, { limit: 2, ...(after !== undefined && { after }) }),
        );

      expect(await homes({})).toEqual(['U1', 'U2']);
      expect(await homes({}, 'U2')).toEqual(['U3']);
      expect(await homes({ hostsIn: 'anywhere' })).toEqual(['U2']);
      expect(await homes({ hostsIn: { channelId: 'C1' } })).toEqual(['U2']);
      expect(await homes({ hostsIn: { channelId: 'C2' } })).toEqual([]);
    });

    test('of a workspace that has removed the app: forgotten, with all of theirs', async () => {
      const { storage, sql } = await open();
      for (const person of [ada, { ...ada, userId: 'U2' }, { ...ada, teamId: 'T2' }]) {
        await storage.transaction(({ people }) => people.remember(person, START));
      }

      await storage.transaction(({ people }) => people.forget('T1'));

      expect(await sql('select team_id from people')).toEqual([{ team_id: 'T2' }]);
    });
  });

  test('the audit: keeps each entry, the same one twice as well', async () => {
    const { storage, sql } = await open();
    const entry = {
      teamId: 'T1',
      at: START,
      userId: 'U1',
      action: 'delete-recording',
      subject: 'recording:1',
    };

    await storage.transaction(({ audit }) => audit.add(entry));
    await storage.transaction(({ audit }) => audit.add(entry));

    const kept = { team_id: 'T1', at: START, user_id: 'U1', action: entry.action, subject: entry.subject };
    expect(await sql('select team_id, at, user_id, action, subject from audit')).toEqual([kept, kept]);
  });
}
