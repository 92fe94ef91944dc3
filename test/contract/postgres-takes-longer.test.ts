import { expect, test, vi } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { PausedError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { answer, stillWorking } from '../../src/usecases/answer.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { onPostgres } from '../support/on-postgres.ts';
import { openPostgresStore } from '../support/open-postgres-store.ts';
import type { OpenedStore } from '../support/open-store.ts';
import { sampleReply } from '../support/sample-jobs.ts';
import { sampleProfile } from '../support/sample-rows.ts';

const { freshDatabase } = onPostgres();
const PATIENCE = { timeout: 15_000, interval: 10 };
const EXTENDED = { kind: 'room-extended', title: 'Weekly sync', until: null } as const;

/** Two processes, of which somebody is told something. */
async function openWorld() {
  const url = await freshDatabase();
  const [one, other] = [await openPostgresStore(url), await openPostgresStore(url)];
  const told: Answer['kind'][] = [];
  const answers = { send: async (_to: unknown, { kind }: Answer) => void told.push(kind) };
  const workspace = { profile: async () => sampleProfile({}) };
  const depsOn = ({ storage, now }: Pick<OpenedStore, 'storage' | 'now'>) =>
    // Nothing else is asked for when somebody is told something.
    ({ storage, answers, workspace, clock: { now }, log: createLog('silent') }) as unknown as Deps;
  await one.storage.transaction(({ inbox }) => inbox.accept(sampleReply.requestKey, 'change-room', 0));

  /** Begins in one process; before it commits that, the other one goes as far as it can. */
  async function atOnce<T>(first: (deps: Deps) => Promise<T>, second: (deps: Deps) => Promise<unknown>) {
    let outcome: Promise<unknown> | undefined;
    let isOver = false;
    const meet = async () => {
      outcome ??= second(depsOn(other))
        .catch((error: unknown) => error)
        .finally(() => {
          isOver = true;
        });
      const waiting = () => one.sql('select pid from pg_locks where not granted');
      await vi.waitUntil(async () => isOver || (await waiting()).length > 0, PATIENCE);
    };
    const storage: Deps['storage'] = {
      transaction: (work) =>
        one.storage.transaction(async (tables) => {
          const done = await work(tables);
          await meet();
          return done;
        }),
    };
    await first(depsOn({ ...one, storage }));
    return outcome;
  }
  return { told, atOnce };
}

const putOff = (deps: Deps) => stillWorking(deps, { reply: sampleReply });
const answered = (deps: Deps) => answer(deps, sampleReply, EXTENDED);

test('an answer begun in the moment in which the word that it takes longer begins: it waits for that', async () => {
  const { told, atOnce } = await openWorld();

  expect(await atOnce(putOff, answered)).toBeInstanceOf(PausedError);

  expect(told).toEqual(['taking-longer']);
});

test('the word that it takes longer begun in the moment in which the answer begins: it is not said', async () => {
  const { told, atOnce } = await openWorld();

  await atOnce(answered, putOff);

  expect(told).toEqual(['room-extended']);
});
