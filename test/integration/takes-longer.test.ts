import { expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { PausedError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { answer, stillWorking } from '../../src/usecases/answer.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { openSqliteStore } from '../support/open-sqlite-store.ts';
import { sampleReply } from '../support/sample-jobs.ts';
import { sampleProfile } from '../support/sample-rows.ts';

const EXTENDED = { kind: 'room-extended', title: 'Weekly sync', until: null } as const;

/** Somebody who waits, and a Slack that the first thing they are told reaches late. */
async function openWorld() {
  const { storage, now, advance } = await openSqliteStore();
  const told: Answer['kind'][] = [];
  const [firstSent, firstArrives] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let isFirst = true;
  const answers = {
    async send(_to: unknown, { kind }: Answer) {
      if (isFirst) {
        isFirst = false;
        firstSent.resolve();
        await firstArrives.promise;
      }
      told.push(kind);
    },
  };
  const workspace = { profile: async () => sampleProfile({}) };
  // Nothing else is asked for when somebody is told something.
  const deps = { storage, answers, workspace, clock: { now }, log: createLog('silent') } as unknown as Deps;
  await storage.transaction(({ inbox }) => inbox.accept(sampleReply.requestKey, 'change-room', now()));
  return {
    told,
    advance,
    putOff: () => stillWorking(deps, { reply: sampleReply }),
    answered: () => answer(deps, sampleReply, EXTENDED),
    firstSent: firstSent.promise,
    arrive: firstArrives.resolve,
  };
}

test('an answer that is ready while the word that it takes longer is under way: it comes after that', async () => {
  const { told, advance, putOff, answered, firstSent, arrive } = await openWorld();
  const word = putOff();
  await firstSent;

  await expect(answered()).rejects.toThrow(PausedError);
  arrive();
  await word;
  await advance(500);
  await answered();

  expect(told).toEqual(['taking-longer', 'room-extended']);
});

test('the word that it takes longer is due while the answer is under way: only the answer comes', async () => {
  const { told, putOff, answered, firstSent, arrive } = await openWorld();
  const last = answered();
  await firstSent;

  await putOff();
  arrive();
  await last;

  expect(told).toEqual(['room-extended']);
});

test('an app dies while the word is under way: it holds the answer up for half a minute at most', async () => {
  const { told, advance, putOff, answered, firstSent } = await openWorld();
  void putOff();
  await firstSent;

  await advance(29_000);
  await expect(answered()).rejects.toThrow(PausedError);
  await advance(1_000);
  await answered();

  expect(told).toEqual(['room-extended']);
});

test('an app dies while the word is under way, and starts again: it is not said twice, and holds nobody up', async () => {
  const { told, putOff, answered, firstSent } = await openWorld();
  void putOff();
  await firstSent;

  await putOff();
  await answered();

  expect(told).toEqual(['room-extended']);
});
