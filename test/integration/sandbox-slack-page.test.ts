import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { WorkspaceView } from '../../src/sandbox/protocol.ts';
import { slackWorld } from '../support/slack-world.ts';

async function worldWithView() {
  const world = await slackWorld();
  const view = async (as: string): Promise<WorkspaceView> =>
    (await world.ask('GET', `/_sandbox/view.json?as=${as}`)).body;
  return { ...world, view };
}

test('the view of a member: the channels they are in, named as people name them', async () => {
  const { view, client } = await worldWithView();
  await client.conversations.open({ users: 'U0BEN' });

  const { viewer, channels, ...rest } = await view('U0BEN');

  expect(viewer).toMatchObject({ id: 'U0BEN', name: 'Ben', role: 'member' });
  expect(
    channels.map(({ id, name, kind, archived, botIsMember }) => [id, name, kind, archived, botIsMember]),
  ).toEqual([
    ['C0GENERAL', 'general', 'public', false, false],
    ['C0DESIGN', 'design', 'public', false, false],
    ['C0LEADS', 'leads', 'private', false, false],
    ['C0OLD', 'old-project', 'public', true, false],
    ['D0ADABEN', 'Ada', 'direct', false, false],
    ['G0TRIO', 'Ada, Carla', 'direct', false, false],
    ['D0BENAPP', 'Roomtone', 'app', false, true],
  ]);
  expect(rest).toMatchObject({ teamName: 'Sandbox', app: 'running', aheadSeconds: 0, liveRooms: [] });
  expect(rest.users.map(({ name }) => name)).toEqual(
    'Ada Ben Carla Dana Emil Frida Roomtone Slackbot'.split(' '),
  );
  expect(rest.commands.map(({ command }) => command)).toEqual(['/meet', '/recordings', '/invite']);
});

test('the view of a guest: #general alone, and the app; #general opens with three things to try', async () => {
  const { view, workspace } = await worldWithView();
  await workspace.message({ user: 'ada', channel: 'design', text: 'not for guests' });
  await workspace.message({ user: 'ada', channel: 'general', text: 'for all' });

  const { channels, messages } = await view('dana');

  expect(channels.map(({ id }) => id)).toEqual(['C0GENERAL', 'D0DANAAPP']);
  expect(messages.map(({ text }) => text)).toEqual([expect.stringContaining('Welcome'), 'for all']);
  expect(messages[0]?.chips).toEqual([
    { label: 'Make a room', fill: '/meet Design review' },
    { label: 'Bring a guest', control: 'guest' },
    { label: 'See recordings', fill: '/recordings' },
  ]);
});

test('a private answer: in that person’s view alone, until they dismiss it', async () => {
  const { view, ask, workspace, replyWith } = await worldWithView();
  replyWith((response) => response.end('Making the room.'));
  await workspace.command({ user: 'ada', channel: 'general', text: 'Design review' });

  const told = (await view('ada')).messages.at(-1);
  const toldOthers = (await view('ben')).messages.at(-1);
  const byOther = await ask('POST', '/_sandbox/dismiss', { user: 'ben', ts: told?.ts });
  const byHer = await ask('POST', '/_sandbox/dismiss', { user: 'ada', ts: told?.ts });

  expect(told).toMatchObject({
    text: 'Making the room.',
    userId: 'U0ROOMTONE',
    ephemeral: true,
    edited: false,
  });
  expect(toldOthers?.ephemeral).toBe(false);
  expect([byOther.status, byHer.status]).toEqual([404, 200]);
  expect((await view('ada')).messages.at(-1)?.ephemeral).toBe(false);
});

test('unread: counts what others wrote until one reads it', async () => {
  const { view, ask, client, workspace } = await worldWithView();
  const unread = async (as: string) => (await view(as)).channels[0]?.unread;
  await client.chat.postMessage({ channel: 'C0GENERAL', text: 'one' });
  await workspace.message({ user: 'ada', channel: 'general', text: 'two' });

  const before = [await unread('ada'), await unread('ben')];
  await ask('POST', '/_sandbox/read', { user: 'ben', channel: 'general' });

  expect(before).toEqual([1, 2]);
  expect([await unread('ada'), await unread('ben')]).toEqual([1, 0]);
});

test('messages written with the clock set back: stand before newer ones', async () => {
  const { view, client, workspace } = await worldWithView();
  await client.chat.postMessage({ channel: 'C0DESIGN', text: 'today' });

  workspace.setClockOffset(-86_400_000, '#design');
  await client.chat.postMessage({ channel: 'C0DESIGN', text: 'yesterday' });

  const texts = (await view('carla')).messages.filter(({ channelId }) => channelId === 'C0DESIGN');
  expect(texts.map(({ text }) => text)).toEqual(['yesterday', 'today']);
});

test('the page’s own buttons: handed on', async () => {
  const { ask, controls } = await slackWorld();

  for (const body of [
    { advance_seconds: 600 },
    { guest_room: 'room-1' },
    { faults: { duplicate: 10, shuffle: true } },
    { kill_app: true },
  ]) {
    expect((await ask('POST', '/_sandbox/controls', body)).status).toBe(200);
  }

  expect(controls.pulled).toEqual([
    { advance: 600 },
    { guest: 'room-1' },
    { faults: { duplicate: 10, shuffle: true } },
    'kill',
  ]);
});

test('the built page: served at / and its files beside it', async () => {
  const pageFolder = mkdtempSync(join(tmpdir(), 'roomtone-page-'));
  onTestFinished(() => rmSync(pageFolder, { recursive: true }));
  writeFileSync(join(pageFolder, 'workspace.html'), '<title>Sandbox</title>');
  const { ask } = await slackWorld({ pageFolder });

  const page = await ask('GET', '/');

  expect([page.status, page.body]).toEqual([200, '<title>Sandbox</title>']);
});
