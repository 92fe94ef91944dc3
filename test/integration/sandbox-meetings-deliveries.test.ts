import { createHash } from 'node:crypto';
import { jwtVerify } from 'jose';
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

test('live profile: participants without a type', async () => {
  await sandbox.close();
  sandbox = await startSandboxMeetings({ profile: 'live-2023' });

  await sandbox.join(await sandbox.createRoom(), { name: 'Ada', host: true });

  const { body } = await sandbox.receiver.waitFor('session:participant:joined');
  expect(body).toMatchObject({ name: 'Ada', is_host: true });
  expect(body).not.toHaveProperty('type');
});

test('receiver that refuses: the callback comes again until it is accepted, and is shown with its attempts', async () => {
  sandbox.receiver.answerWith(503);
  const room = await sandbox.createRoom();
  await sandbox.join(room, { name: 'Ada' });
  await sandbox.receiver.waitFor('session:started');
  sandbox.receiver.answerWith(204);

  const { text } = await sandbox.receiver.waitFor('session:started', 2);

  expect(text).toBe(sandbox.receiver.received[0]?.text);
  const shown = () =>
    sandbox.traffic
      .recent()
      .filter(({ title }) => title === 'session:started')
      .map(({ status, note }) => [status, note]);
  await expect.poll(shown).toEqual([
    [503, undefined],
    [204, 'attempt 2'],
  ]);
});

test('signature secret: every callback carries a token over its very bytes, unless the fault leaves it out', async () => {
  await sandbox.close();
  const secret = 'a secret of at least thirty-two bytes';
  sandbox = await startSandboxMeetings({ signatureSecret: secret });
  const ada = await sandbox.join(await sandbox.createRoom(), { name: 'Ada' });
  const signed = await sandbox.receiver.waitFor('session:started');
  await sandbox.receiver.waitFor('session:participant:joined');
  await faults({ unsigned: true });
  await ada.leave();
  const unsigned = await sandbox.receiver.waitFor('session:ended');

  const token = signed.headers.authorization?.replace('Bearer ', '') ?? '';
  const { payload, protectedHeader } = await jwtVerify(token, new TextEncoder().encode(secret));
  expect(protectedHeader.alg).toBe('HS256');
  expect(Object.keys(payload).sort()).toEqual(
    Object.keys(meetingsFixture('signed-webhooks.sample-claims').payload).sort(),
  );
  expect(payload['payload_hash']).toBe(createHash('sha256').update(signed.text).digest('hex'));
  expect(unsigned.headers.authorization).toBeUndefined();
});
