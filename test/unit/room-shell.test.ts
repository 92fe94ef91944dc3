import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readRoomShell } from '../../src/video/room-shell.ts';

const folder = mkdtempSync(join(tmpdir(), 'roomtone-shell-'));
copyFileSync(new URL('../../src/video/page/room.html', import.meta.url), join(folder, 'room.html'));
afterAll(() => rmSync(folder, { recursive: true }));

const policyOf = (clientUrl?: URL) => readRoomShell(folder, clientUrl).headers['content-security-policy'];

describe('the shell of the room page', () => {
  test('by itself: loads Vonage’s client from here, and nothing that stands in the page may run', () => {
    const { html, headers } = readRoomShell(folder);

    expect(html).toContain('name="video-client" content="/r/assets/vonage-client.js"');
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    expect(policyOf()).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
    expect(policyOf()).toContain('wss://*.opentok.com');
    expect(policyOf()).not.toContain('unsafe');
  });

  test('with a client from elsewhere: names it, and lets that place alone in beside ours', () => {
    const client = new URL('http://127.0.0.1:4100/client.js?a=$&');

    expect(readRoomShell(folder, client).html).toContain(`name="video-client" content="${client}"`);
    expect(policyOf(client)).toContain("script-src 'self' http://127.0.0.1:4100;");
    expect(policyOf(client)).toContain("connect-src 'self' http://127.0.0.1:4100 ws://127.0.0.1:4100;");
    expect(policyOf(client)).not.toContain('opentok');
  });
});
