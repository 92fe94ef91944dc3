import { expect, test } from 'vitest';
import type { ChannelMessage } from '../../src/domain/channel-message.ts';
import { createLog } from '../../src/log.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { readHome } from '../../src/usecases/read-home.ts';
import { remindHost } from '../../src/usecases/remind-host.ts';
import { openSqliteStore } from '../support/open-sqlite-store.ts';
import { START, sampleProfile, sampleRecording, sampleRoom } from '../support/sample-rows.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const KEPT_DAYS: Readonly<Record<string, number>> = { weeks: 30, hours: 3 };
const ada = sampleProfile();

/** A host with a recording of each of two providers, one of which keeps them for three days, and their Slack. */
async function openWorld() {
  const { storage } = await openSqliteStore();
  await storage.transaction(async ({ rooms, recordings }) => {
    for (const provider of Object.keys(KEPT_DAYS)) {
      const room = sampleRoom({ roomKey: provider, provider, title: provider, state: 'open' });
      const ready = { state: 'uploaded', endedAt: START, confirmedAt: START } as const;
      await rooms.insert(room, 0);
      await recordings.insert(
        sampleRecording({
          recordingId: provider,
          roomKey: provider,
          sessionId: provider,
          provider,
          ...ready,
        }),
      );
    }
  });
  let time = START;
  const told: ChannelMessage[] = [];
  const messages: Partial<Deps['messages']> = {
    async post({ channelId }, message, record) {
      await storage.transaction(record.begin);
      await storage.transaction((tables) =>
        record.sent(tables, { channelId, messageTs: String(told.push(message)) }),
      );
    },
  };
  const meetingsOf = (provider: string) => ({ storage: { keptDays: KEPT_DAYS[provider] } });
  const workspace = { profile: async () => ada, directChannel: async () => 'D1' };
  const asked = { provider: 'hours', providers: Object.keys(KEPT_DAYS), meetingsOf, workspace, messages };
  const clock = { now: () => time };
  // Nothing else is asked for when somebody is reminded, or looks at their Home.
  const deps = { storage, ...asked, clock, log: createLog('silent') } as unknown as Deps;
  const titles = (rows: readonly { readonly title: string }[]) => rows.map(({ title }) => title);
  return {
    /** Days after the end of both. */
    async remindedAfter(days: number) {
      time = START + days * DAY_MS;
      told.length = 0;
      await remindHost(deps, ada);
      return told.map((message) => (message.kind === 'reminder' ? titles(message.rows) : message.kind));
    },
    async expiringAfter(days: number) {
      time = START + days * DAY_MS;
      return titles((await readHome(deps, ada)).expiring.rows);
    },
  };
}

test('reminders: of each recording by what its own provider keeps; once where that is only days', async () => {
  const { remindedAfter } = await openWorld();

  expect(await remindedAfter(1)).toEqual([]);
  expect(await remindedAfter(2)).toEqual([['hours']]);
  expect(await remindedAfter(2.9)).toEqual([]);
  expect(await remindedAfter(22)).toEqual([]);
  expect(await remindedAfter(23)).toEqual([['weeks']]);
  expect(await remindedAfter(29)).toEqual([['weeks']]);
});

test('Home: what goes soon, by what its own provider keeps', async () => {
  const { expiringAfter } = await openWorld();

  expect(await expiringAfter(1)).toEqual([]);
  expect(await expiringAfter(2.5)).toEqual(['hours']);
  expect(await expiringAfter(3.1)).toEqual([]);
  expect(await expiringAfter(24)).toEqual(['weeks']);
});
