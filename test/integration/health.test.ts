import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mountFirst, mountLast, mountPages } from '../../src/http/pages.ts';
import { createLog } from '../../src/log.ts';
import { createExpress } from '../../src/slack/receiver.ts';
import { clickOn } from '../support/in-slack.ts';
import { openRoom, recordedMeeting } from '../support/recorded.ts';
import { roomtone } from '../support/roomtone.ts';

const commands = { meet: '/treffen', recordings: '/recordings' };

describe('the pages', () => {
  test('/: says what runs here, under the command’s own name', async () => {
    const app = await roomtone({ env: { SLACK_COMMAND_MEET: '/treffen' } });

    const response = await fetch(`${app.url}/`);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe(
      'Roomtone runs here: video rooms that record themselves, from Slack.\nType /treffen help in Slack.\n',
    );
  });

  test.each(['/healthz', '/readyz'])('%s, all well: 200', async (path) => {
    const app = await roomtone();

    const response = await fetch(app.url + path);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true });
  });

  test.each([
    ['GET', '/admin'],
    ['GET', '/slack/events'],
    ['GET', '/callbacks/meetings/some-token'],
    ['POST', '/'],
    ['POST', '/callbacks/meetings'],
    ['GET', '/%zz'],
  ])('%s %s, which is not there: 404 with nothing in it', async (method, path) => {
    const app = await roomtone();

    const response = await fetch(app.url + path, { method });

    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  test('every answer: has safe headers, and does not tell what it is built with', async () => {
    const app = await roomtone();

    for (const path of ['/', '/healthz', '/nowhere', '/callbacks/meetings/x']) {
      const { headers } = await fetch(app.url + path);

      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    }
  });
});

describe('when something is wrong', () => {
  /** The pages alone, over a database that is away. */
  async function ailing() {
    const lines: Record<string, unknown>[] = [];
    const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line)) });
    const express = createExpress(0);
    mountFirst(express, { log, role: 'all' });
    mountPages(express, { commands, ready: () => Promise.reject(new Error('disk I/O error')) });
    express.get('/breaks', () => {
      throw new Error('xoxb-secret');
    });
    mountLast(express, log);
    const server = express.listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, lines };
  }

  test('/readyz, the database away: 503 that says so, and /healthz still 200', async () => {
    const { url } = await ailing();

    const ready = await fetch(`${url}/readyz`);

    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ ok: false, database: 'unreachable' });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test('a mistake of ours: 500 with nothing of it outside, and a line for the operator', async () => {
    const { url, lines } = await ailing();

    const response = await fetch(`${url}/breaks`);

    expect(response.status).toBe(500);
    expect(await response.text()).toBe('');
    expect(lines.filter(({ level }) => level === 'error')).toMatchObject([{ msg: 'request failed' }]);
  });
});

describe('the log', () => {
  test('each request: one line with its route’s pattern, never its path', async () => {
    const app = await roomtone();

    await fetch(`${app.url}/`);
    await fetch(`${app.url}/nowhere/secret-path?token=secret-query`);
    await fetch(`${app.url}/callbacks/meetings/secret-token`, { method: 'POST', body: '{}' });
    await fetch(`${app.url}/callbacks/meetings/%zz-secret`, { method: 'POST', body: '{}' });
    await fetch(`${app.url}/slack/events`, { method: 'POST', body: 'secret-body' });

    const requests = app.log.filter(({ msg }) => msg === 'request');
    expect(requests).toMatchObject([
      { method: 'GET', route: '/', status: 200, ms: expect.any(Number) },
      { method: 'GET', route: 'unmatched', status: 404 },
      {
        method: 'POST',
        route: '/callbacks/meetings/:token',
        status: 404,
        outcome: 'callback_token_unknown',
      },
      { method: 'POST', status: 400 },
      { method: 'POST', route: '/slack/events', status: 401 },
    ]);
    expect(JSON.stringify(app.log)).not.toContain('secret');
  });

  test('a room from its command to its deleted recording: no token, no address, no word anybody typed', async () => {
    const app = await roomtone();
    const room = await openRoom(app, 'Board: layoffs');
    await recordedMeeting(app, room);
    for (const button of ['Host link', 'Get link', 'Delete']) {
      await clickOn(app, { user: 'ada', channel: 'general', button });
    }

    const log = JSON.stringify(app.log);
    expect(app.log.length).toBeGreaterThan(20);
    expect(log).not.toMatch(/https?:/);
    expect(log).not.toMatch(/xoxb|Bearer|eyJ|PRIVATE KEY/);
    expect(log).not.toMatch(/layoffs/i);
    expect(log).not.toContain(room.callbackUrl.split('/').at(-1));
    expect(log).not.toContain(app.signingSecret);
    expect(app.log.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
  });
});
