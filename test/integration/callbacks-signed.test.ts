import { createHash, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { recordingMessages } from '../support/in-slack.ts';
import { openRoom, unheardMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';
import { stored } from '../support/stored.ts';

const SECRET = 'the-signature-secret-of-today';
const OLD_SECRET = 'the-signature-secret-of-yesterday';
const env = { VONAGE_SIGNATURE_SECRET: `${SECRET}, ${OLD_SECRET}` };
const HOUR_SECONDS = 3_600;

interface Signing {
  readonly secret?: string;
  readonly algorithm?: 'HS256' | 'HS512';
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** Source: Vonage, "Webhooks: decoding signed webhooks". */
async function signature(body: unknown, { secret = SECRET, algorithm = 'HS256', claims = {} }: Signing = {}) {
  const token = await new SignJWT({
    iss: 'Vonage',
    iat: Math.floor(Date.now() / 1000),
    jti: randomUUID(),
    payload_hash: createHash('sha256').update(JSON.stringify(body)).digest('hex'),
    ...claims,
  })
    .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
    .sign(new TextEncoder().encode(secret));
  return { authorization: `Bearer ${token}` };
}

/** Issued that long ago; negative: in the future. */
const issued = (hoursAgo: number): Signing => ({
  claims: { iat: Math.floor(Date.now() / 1000 - hoursAgo * HOUR_SECONDS) },
});

test('signatures are required: every wrong one is refused with its status, nothing stored', async () => {
  const app = await roomtone({ env });
  const { callbackUrl, roomId } = await openRoom(app);
  const { started, ended } = callbacksOf(await unheardMeeting(app, roomId));
  const unsigned = `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`;
  const before = stored(app);

  const refused: readonly [what: string, status: number, headers: Record<string, string>][] = [
    // 5xx: the service repeats an unsigned callback, signed this time.
    ['no signature', 503, {}],
    ['another secret', 401, await signature(started, { secret: 'a-secret-nobody-was-told-about' })],
    ['another algorithm', 401, await signature(started, { algorithm: 'HS512' })],
    ['no algorithm', 401, { authorization: unsigned }],
    ['no token', 401, { authorization: 'Bearer' }],
    ['a password', 401, { authorization: 'Basic dm9uYWdlOnNlY3JldA==' }],
    ['26 hours old', 401, await signature(started, issued(26))],
    ['of no known time', 401, await signature(started, { claims: { iat: undefined } })],
    ['6 minutes ahead', 401, await signature(started, issued(-0.1))],
    ['of another body', 401, await signature(ended)],
    ['of no body', 401, await signature(started, { claims: { payload_hash: undefined } })],
    ['without an id of its own', 401, await signature(started, { claims: { jti: undefined } })],
  ];
  for (const [what, status, headers] of refused) {
    expect.soft(await deliver(callbackUrl, started, headers), what).toBe(status);
  }

  await app.settle();
  expect(stored(app)).toEqual(before);
  expect(recordingMessages(app, 'general')).toEqual([]);
});

test('signatures are required: a good one counts, also with the old secret and a day late', async () => {
  const app = await roomtone({ env });
  const { callbackUrl, roomId } = await openRoom(app);
  const { started, ended, uploaded } = callbacksOf(await unheardMeeting(app, roomId));

  expect(await deliver(callbackUrl, started, await signature(started))).toBe(204);
  expect(await deliver(callbackUrl, ended, await signature(ended, { secret: OLD_SECRET }))).toBe(204);
  expect(await deliver(callbackUrl, uploaded, await signature(uploaded, issued(24)))).toBe(204);

  await app.settle();
  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);
});

test('a signature is used again: acknowledged without any effect', async () => {
  const app = await roomtone({ env });
  const { callbackUrl, roomId } = await openRoom(app);
  const { joined, left } = callbacksOf(await unheardMeeting(app, roomId));
  const ada = { participantId: 'p1', name: 'Ada' };
  const entrance = await signature(joined(ada));

  expect(await deliver(callbackUrl, joined(ada), entrance)).toBe(204);
  expect(inside(app)).toEqual(['Ada']);
  expect(await deliver(callbackUrl, left(ada), await signature(left(ada)))).toBe(204);
  expect(await deliver(callbackUrl, joined(ada), entrance)).toBe(204);

  expect(inside(app)).toEqual([]);
});

test('a good signature on a forged callback: refused, and not used up for what it was made for', async () => {
  const app = await roomtone({ env });
  const own = await openRoom(app, 'Design review', { channel: 'design' });
  const other = await openRoom(app, 'Board meeting');
  const { started } = callbacksOf(await unheardMeeting(app, other.roomId));
  const body = { ...started, room_id: other.roomId };
  const headers = await signature(body);

  expect(await deliver(own.callbackUrl, body, headers)).toBe(404);
  expect(await deliver(other.callbackUrl, body, headers)).toBe(204);

  await app.settle();
  expect(recordingMessages(app, 'design')).toEqual([]);
  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['started']);
});

function inside(app: Roomtone): string[] {
  const sessions = app.sql<{ participants: string }>('select participants from sessions');
  return sessions.flatMap(({ participants }) =>
    (JSON.parse(participants) as { name: string }[]).map(({ name }) => name),
  );
}
