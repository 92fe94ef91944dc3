import { networkInterfaces } from 'node:os';
import { describe, expect, test } from 'vitest';
import { roomtone } from '../support/roomtone.ts';

const TOKEN = 'metrics-token-0123456789';

describe('who may read /metrics', () => {
  test('with METRICS_TOKEN: only who shows it', async () => {
    const app = await roomtone({ env: { METRICS_TOKEN: TOKEN } });
    const statusWith = async (authorization?: string) =>
      (await fetch(`${app.url}/metrics`, { headers: { ...(authorization && { authorization }) } })).status;

    expect(await statusWith(`Bearer ${TOKEN}`)).toBe(200);
    expect(await statusWith()).toBe(401);
    expect(await statusWith(`Bearer ${TOKEN}x`)).toBe(401);
    expect(await statusWith(`Basic ${TOKEN}`)).toBe(401);
  });

  test('without: this machine, but not what a proxy on it passes on', async () => {
    const app = await roomtone({ env: { TRUST_PROXY: '1' } });
    const statusWith = async (headers: Record<string, string>) =>
      (await fetch(`${app.url}/metrics`, { headers })).status;

    expect(await statusWith({})).toBe(200);
    for (const header of ['x-forwarded-for', 'forwarded', 'via']) {
      expect(await statusWith({ [header]: '127.0.0.1' })).toBe(403);
    }
  });

  test('without, from another address: nobody, whatever headers say', async ({ skip }) => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.internal === false && one.family === 'IPv4')?.address;
    if (outside === undefined) return skip('this machine has no address but its loopback');
    const app = await roomtone({ env: { HOST: '0.0.0.0' } });
    const { port } = new URL(app.url);

    const response = await fetch(`http://${outside}:${port}/metrics`);

    expect(response.status).toBe(403);
    expect(await response.text()).toBe('');
  });
});
