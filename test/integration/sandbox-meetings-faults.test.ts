import { afterEach, beforeEach, expect, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import type { Json } from '../support/sandbox-client.ts';
import { type SandboxMeetings, startSandboxMeetings } from '../support/sandbox-meetings.ts';

let sandbox: SandboxMeetings;
beforeEach(async () => {
  sandbox = await startSandboxMeetings();
});
afterEach(() => sandbox.close());

const faults = (settings: Json) => sandbox.script('PUT', '/faults', settings);

const ALL_EVENTS = [
  'recording:ended',
  'recording:started',
  'recording:uploaded',
  'session:ended',
  'session:participant:joined',
  'session:participant:left',
  'session:started',
];

test('duplicate 10: each callback ten times with the same bytes, each delivery shown', async () => {
  await faults({ duplicate: 10 });

  await sandbox.recordOnce();
  await sandbox.receiver.waitFor('recording:uploaded', 10);

  const copies = sandbox.receiver.received.filter(({ event }) => event === 'recording:started');
  expect(copies).toHaveLength(10);
  expect(new Set(copies.map(({ text }) => text)).size).toBe(1);
  const notes = sandbox.traffic
    .recent()
    .flatMap(({ title, note }) => (title === 'session:started' ? note : []));
  expect(notes).toContain('delivery 10 of 10');
});

test('shuffle: all callbacks of a meeting are held, then come together', async () => {
  await faults({ shuffle: true });

  await sandbox.meetOnce();
  await expect.poll(() => sandbox.receiver.received.length, { timeout: 5_000 }).toBe(ALL_EVENTS.length);

  expect(sandbox.receiver.received.map(({ event }) => event).sort()).toEqual(ALL_EVENTS);
});

test('drop with names: those never come, the others do', async () => {
  await faults({ drop: ['recording:started', 'session:ended'] });

  await sandbox.meetOnce();
  await sandbox.receiver.waitFor('recording:uploaded');

  const events = sandbox.receiver.received.map(({ event }) => event).sort();
  expect(events).toEqual(ALL_EVENTS.filter((event) => !/recording:started|session:ended/.test(event)));
});

test('drop 1: nothing comes until the faults are taken back', async () => {
  await faults({ drop: 1 });
  await sandbox.meetOnce();
  await sandbox.advance(1);
  await faults({});

  await sandbox.meetOnce();
  await sandbox.receiver.waitFor('recording:uploaded');

  expect(sandbox.receiver.received).toHaveLength(ALL_EVENTS.length);
});

test('no_room_id and double_encoded: as in the documentation of 2021 and the log of 2022', async () => {
  await faults({ no_room_id: true, double_encoded: true });

  await sandbox.meetOnce();
  const { text, body } = await sandbox.receiver.waitFor('recording:uploaded');

  expect(JSON.parse(text)).toBeTypeOf('string');
  expect(Object.keys(body).sort()).toEqual(
    Object.keys(meetingsFixture('docs-2021.callback.recording-uploaded')).sort(),
  );
});
