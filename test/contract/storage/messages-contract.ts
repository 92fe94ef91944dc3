import { describe, expect, test } from 'vitest';
import type { RoomSurface } from '../../../src/usecases/ports/rooms.ts';
import type { Tables } from '../../../src/usecases/ports/storage.ts';
import type { OpenStorage } from '../../support/open-store.ts';
import { START } from '../../support/sample-rows.ts';

/** Each `run(work)` is a transaction of its own. */
async function openTables(open: OpenStorage) {
  const { storage } = await open();
  return <T>(work: (tables: Tables) => Promise<T>) => storage.transaction(work);
}

const subject = 'recording:1';
const posted = { channelId: 'C1', messageTs: '1795166400.000100' };

export function messagesContract(open: OpenStorage): void {
  describe('the surfaces of a room', () => {
    const card = 'room:1';
    const host = { teamId: 'T1', hostUserId: 'U1' };
    const others = async ({ posts, people }: Tables) => {
      await posts.begin('room:2', 'card', 'C1');
      await posts.begin(card, 'reminder', 'C1');
      await people.openHome('T1', 'U2', START);
      await people.openHome('T2', 'U1', START);
      await people.setReminders('T1', 'U1', true);
    };

    test.each<[string, RoomSurface[], (tables: Tables) => Promise<unknown>]>([
      ['none, whatever others have', [], async () => {}],
      ['a card, from when it may stand', ['card'], ({ posts }) => posts.begin(card, 'card', 'C1')],
      ["its host's Home", ['home'], ({ people }) => people.openHome('T1', 'U1', START)],
      [
        'both',
        ['card', 'home'],
        async ({ posts, people }) => {
          await people.openHome('T1', 'U1', START);
          await posts.begin(card, 'card', 'C1');
          await posts.sent(card, 'card', posted, 'one');
        },
      ],
      [
        'none, once both are gone',
        [],
        async ({ posts, people }) => {
          await people.openHome('T1', 'U1', START);
          await posts.begin(card, 'card', 'C1');
          await posts.gone(card, 'card');
          await people.closeHome('T1', 'U1');
        },
      ],
    ])('%s', async (_which, surfaces, seed) => {
      const run = await openTables(open);
      await run(others);
      await run(seed);

      expect(await run(({ rooms }) => rooms.surfaces(host, card))).toEqual(surfaces);
    });
  });

  describe('a post', () => {
    test('begun: true the first time, false while nobody knows what became of it', async () => {
      const run = await openTables(open);

      expect(await run(({ posts }) => posts.begin(subject, 'started', 'C1'))).toBe(true);
      expect(await run(({ posts }) => posts.begin(subject, 'started', 'C1'))).toBe(false);
      expect(await run(({ posts }) => posts.begin(subject, 'ended', 'C1'))).toBe(true);

      expect(await run(({ posts }) => posts.find(subject, 'started'))).toMatchObject({ state: 'sending' });
      expect(await run(({ posts }) => posts.find(subject, 'ready'))).toBeUndefined();
    });

    test('sent, then updated: knows where it stands and what stands there', async () => {
      const run = await openTables(open);
      await run(({ posts }) => posts.begin(subject, 'ready', 'D1'));

      await run(({ posts }) => posts.sent(subject, 'ready', posted, 'one'));
      expect(await run(({ posts }) => posts.find(subject, 'ready'))).toEqual({
        subject,
        stage: 'ready',
        state: 'sent',
        ...posted,
        fingerprint: 'one',
      });

      await run(({ posts }) => posts.updated(subject, 'ready', 'two'));
      expect(await run(({ posts }) => posts.find(subject, 'ready'))).toMatchObject({
        state: 'sent',
        ...posted,
        fingerprint: 'two',
      });
    });

    test('cancelled: may begin anew, unless it was sent', async () => {
      const run = await openTables(open);
      await run(({ posts }) => posts.begin(subject, 'started', 'C1'));
      await run(({ posts }) => posts.cancel(subject, 'started'));
      expect(await run(({ posts }) => posts.begin(subject, 'started', 'C1'))).toBe(true);

      await run(({ posts }) => posts.sent(subject, 'started', posted, 'one'));
      await run(({ posts }) => posts.cancel(subject, 'started'));

      expect(await run(({ posts }) => posts.find(subject, 'started'))).toMatchObject({ state: 'sent' });
    });

    test('gone: is never begun again', async () => {
      const run = await openTables(open);
      await run(({ posts }) => posts.begin(subject, 'started', 'C1'));
      await run(({ posts }) => posts.sent(subject, 'started', posted, 'one'));

      await run(({ posts }) => posts.gone(subject, 'started'));

      expect(await run(({ posts }) => posts.begin(subject, 'started', 'C1'))).toBe(false);
      expect(await run(({ posts }) => posts.find(subject, 'started'))).toMatchObject({ state: 'gone' });
    });
  });

  describe('the inbox', () => {
    test('a key accepted before: is not accepted again', async () => {
      const run = await openTables(open);

      expect(await run(({ inbox }) => inbox.accept('slack:1', 'request-room', START))).toBe(true);
      expect(await run(({ inbox }) => inbox.accept('slack:1', 'request-room', START))).toBe(false);
      expect(await run(({ inbox }) => inbox.accept('slack:1', 'another kind', START))).toBe(false);
      expect(await run(({ inbox }) => inbox.accept('slack:2', 'request-room', START))).toBe(true);
    });

    test('ten of the same at once: one is accepted', async () => {
      const run = await openTables(open);

      const accepted = await Promise.all(
        Array.from({ length: 10 }, () => run(({ inbox }) => inbox.accept('slack:1', 'callback', START))),
      );

      expect(accepted.filter(Boolean)).toHaveLength(1);
    });

    test('whoever waits: is not answered until they are', async () => {
      const run = await openTables(open);
      const isAnswered = (key: string) => run(({ inbox }) => inbox.isAnswered(key));
      await run(({ inbox }) => inbox.accept('slack:1', 'request-room', START));
      await run(({ inbox }) => inbox.accept('slack:2', 'request-room', START));
      expect(await isAnswered('slack:1')).toBe(false);

      await run(({ inbox }) => inbox.answered('slack:1', START + 1));

      expect(await isAnswered('slack:1')).toBe(true);
      expect(await isAnswered('slack:2')).toBe(false);
      expect(await isAnswered('unknown')).toBe(false);
    });
  });
}
