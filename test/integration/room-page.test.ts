import { readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mountSafeHeaders } from '../../src/http/pages.ts';
import { mountRoomPage } from '../../src/video/room-page.ts';

/** Where `npm run build` puts them. */
const ASSETS = 'dist/video-page/assets';

/** An app with one room, `code`, whose host's secret is `secret`. */
async function openApp(): Promise<string> {
  const app = express();
  mountSafeHeaders(app);
  mountRoomPage(app, {
    isThere: async (door) => ('code' in door ? door.code === 'code' : door.secret === 'secret'),
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the room page', () => {
  test.each([
    { path: '/r/code', status: 200 },
    { path: '/h/secret', status: 200 },
    { path: '/h/code', status: 404 },
    { path: '/r/secret', status: 404 },
    { path: '/h/-', status: 404 },
  ])('$path: $status, always the same page, kept by nobody and with its policy', async ({ path, status }) => {
    const origin = await openApp();

    const response = await fetch(origin + path);

    expect(response.status).toBe(status);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; /,
    );
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const html = await response.text();
    expect(html).toContain('<div id="root"></div>');
    expect(html).not.toMatch(/<style|style=|<script(?![^>]* src="\/r\/assets\/)| on\w+=/);
  });

  test('everything it names is there, for ever but for Vonage’s client, which is asked for again', async () => {
    const origin = await openApp();
    const html = await (await fetch(`${origin}/r/code`)).text();
    const paths = [...html.matchAll(/"(\/r\/assets\/[^"]+)"/g)].map(([, path = '']) => path);

    const kept = await Promise.all(
      paths.map(async (path) => {
        const { status, headers } = await fetch(origin + path);
        return [status, headers.get('cache-control')];
      }),
    );

    expect(paths).toContain('/r/assets/vonage-client.js');
    expect(paths.length).toBeGreaterThan(3);
    expect(kept.filter(([status]) => status !== 200)).toEqual([]);
    const again = paths.filter((_path, index) => kept[index]?.[1] === 'no-cache');
    expect(again).toEqual(['/r/assets/vonage-client.js']);
  });

  test('an asset: gzipped for who takes that, the same for who does not', async () => {
    const origin = await openApp();
    const name = readdirSync(ASSETS).find((file) => file.endsWith('.css'));
    const get = (encoding: string) =>
      fetch(`${origin}/r/assets/${name}`, { headers: { 'accept-encoding': encoding } });

    const [small, plain] = [await get('gzip'), await get('identity')];

    expect(small.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    for (const { headers } of [small, plain]) {
      expect(headers.get('content-type')).toBe('text/css; charset=utf-8');
      expect(headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
    }
    expect(await small.text()).toBe(await plain.text());
  });

  test.each(['/r/assets/', '/r/assets/unknown.js', '/r/assets/..%2froom.html', '/r/code/more'])(
    '%s: not found',
    async (path) => {
      const response = await fetch((await openApp()) + path);

      expect(response.status).toBe(404);
    },
  );
});
