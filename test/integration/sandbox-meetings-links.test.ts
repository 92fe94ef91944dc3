import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import {
  type RecordingBody,
  type SandboxMeetings,
  startSandboxMeetings,
} from '../support/sandbox-meetings.ts';

let sandbox: SandboxMeetings;
beforeEach(async () => {
  sandbox = await startSandboxMeetings();
});
afterEach(() => sandbox.close());

const read = (id: string) => sandbox.call<RecordingBody>('GET', `/recordings/${id}`);
const clip = () => readFile(new URL('../../src/sandbox/vonage/clip.mp4', import.meta.url));

test('link: looks pre-signed, downloads an encrypted attachment, whole or by ranges, for any page', async () => {
  const recording = await sandbox.recordOnce({ display_name: 'Budget "Q4" & mehr – Übersicht' });
  const { href } = recording._links.url;

  const whole = await fetch(href);
  const part = await fetch(href, { headers: { range: 'bytes=4-7' } });

  const query = [...new URL(href).searchParams.keys()].sort();
  const recorded = new URL(meetingsFixture('python-sdk.get_recording')._links.url.href);
  expect(query).toEqual([...recorded.searchParams.keys()].sort());
  expect(new URL(href).pathname).toBe(`/recordings-bucket/46339892/${recording.id}/archive.mp4`);
  expect(whole.status).toBe(200);
  const started = encodeURIComponent(recording.started_at);
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-type': 'video/mp4',
    'content-disposition': `attachment; filename="Budget%20%22Q4%22%20%26%20mehr%20%E2%80%93%20%C3%9Cbersicht_${started}.mp4"`,
    'x-amz-server-side-encryption': 'AES256',
    'access-control-allow-origin': '*',
    'accept-ranges': 'bytes',
  });
  expect(Buffer.from(await whole.arrayBuffer())).toEqual(await clip());
  expect([part.status, await part.text()]).toEqual([206, 'ftyp']);
});

test('link older than ten minutes: 403 in S3’s words; reading again gives one that works', async () => {
  const recording = await sandbox.recordOnce();

  await sandbox.advance(601);
  const old = await fetch(recording._links.url.href);
  const fresh = await read(recording.id);

  expect(old.status).toBe(403);
  expect(old.headers.get('content-type')).toMatch(/^application\/xml/);
  expect(await old.text()).toContain('<Code>AccessDenied</Code><Message>Request has expired</Message>');
  expect((await fetch(fresh.body._links.url.href)).status).toBe(200);
});

test('two reads: two links', async () => {
  const recording = await sandbox.recordOnce();

  const again = await read(recording.id);

  expect(again.body._links.url.href).not.toBe(recording._links.url.href);
});

test.each<[string, (url: URL) => void, string]>([
  ['a later expiry', (url) => url.searchParams.set('Expires', '9999999999'), 'SignatureDoesNotMatch'],
  [
    'another file name',
    (url) => url.searchParams.set('response-content-disposition', 'inline'),
    'SignatureDoesNotMatch',
  ],
  ['one more parameter', (url) => url.searchParams.set('x', 'y'), 'SignatureDoesNotMatch'],
  [
    'another recording',
    (url) => {
      url.pathname = url.pathname.replace(/[\w-]{36}/, randomUUID());
    },
    'SignatureDoesNotMatch',
  ],
  ['a shorter signature', (url) => url.searchParams.set('Signature', 'AAAA'), 'SignatureDoesNotMatch'],
  ['no signature', (url) => url.searchParams.delete('Signature'), 'AccessDenied'],
])('link with %s: 403', async (_, change, code) => {
  const url = new URL((await sandbox.recordOnce())._links.url.href);
  change(url);

  const response = await fetch(url);

  expect(response.status).toBe(403);
  expect(await response.text()).toContain(`<Code>${code}</Code>`);
});
