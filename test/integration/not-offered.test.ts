import type { SlashCommand } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { slackDialogs } from '../../src/slack/dialogs.ts';
import { meetCommand } from '../../src/slack/listeners/meet-command.ts';
import { openAgain } from '../../src/usecases/open-again.ts';
import { LESS } from '../support/capabilities.ts';
import { openSqliteStore } from '../support/open-sqlite-store.ts';
import { sampleRoom } from '../support/sample-rows.ts';
import { meetFields } from '../support/signed-request.ts';

const made = { provider: 'lesser', can: LESS, maxRoomsPerTeam: 10 };
const ROOMS = "select title, host_only from rooms where state = 'making'";

/** What `/meet` answers at once where new rooms are made with a provider that can do less. */
async function typed(text: string) {
  const store = await openSqliteStore();
  const commands = { meet: '/meet', recordings: '/recordings' };
  const dialogs = slackDialogs({ client: () => new WebClient() }, createLog('silent'));
  const listen = meetCommand({ storage: store.storage, clock: store, ...made, commands, dialogs });
  const said: string[] = [];
  const command = meetFields(text) as unknown as SlashCommand;
  await listen({ command, ack: async (answer) => void said.push(JSON.stringify(answer)) });
  return { said: said.join(), rooms: await store.sql(ROOMS) };
}

test('a command for what the provider can’t do: the sentence, the command without it, and no room', async () => {
  const { said, rooms } = await typed('Sync --host-only --for 3d');

  expect(said).toContain("The meeting service can't do `--host-only`");
  expect(said).toContain('Copy this: `/meet Sync --for 3d`.');
  expect(rooms).toEqual([]);
  expect((await typed('help')).said).not.toContain('--host-only');
});

test('any other command: as everywhere', async () => {
  expect((await typed('Sync --manual')).rooms).toEqual([{ title: 'Sync', host_only: 0 }]);
});

test('a room of another provider opened again: refused where it can’t be the same', async () => {
  const { storage, now } = await openSqliteStore();
  await storage.transaction(async ({ rooms }) => {
    await rooms.insert(sampleRoom({ roomKey: 'host', hostOnly: true, state: 'expired' }), 0);
    await rooms.insert(sampleRoom({ roomKey: 'lobby', joinApproval: 'host-admits', state: 'expired' }), 0);
    await rooms.insert(sampleRoom({ roomKey: 'wait', joinApproval: 'after-host', state: 'expired' }), 0);
  });
  const again = (roomKey: string) => {
    const of = { teamId: 'T1', userId: 'U1', channelId: 'C1' };
    const reply = { ...of, responseUrl: null, replaces: false, requestKey: roomKey };
    return storage.transaction((tables) => openAgain(tables, { ...made, roomKey, reply, now: now() }));
  };

  expect(await again('host')).toMatchObject({ kind: 'not-offered', what: 'host-only' });
  expect(await again('lobby')).toMatchObject({ kind: 'not-offered', what: 'host-admits' });
  expect(await again('wait')).toMatchObject({ kind: 'making-room' });
});
