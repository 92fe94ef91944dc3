import { describe, expect, test } from 'vitest';
import { isLoopback } from '../../src/http/metrics-page.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import type { Stock } from '../../src/metrics/stock-gauges.ts';
import { ackKind } from '../../src/slack/ack-kind.ts';
import { readSamples, sumOf } from '../support/prometheus.ts';

const stock: Stock = {
  jobs: [{ name: 'sweep', due: 2, later: 0, failing: 0, running: 1, buried: 0, oldestDueMs: 1_500 }],
  rooms: { all: 7, ofFullestTeam: 4 },
  roomLimits: { application: 1_000, team: 100 },
};

describe('metrics', () => {
  test('of two apps in one process: each its own', async () => {
    const [one, other] = [createMetrics(), createMetrics()];

    one.onPostedAgain();

    const counted = async (metrics: typeof one) =>
      sumOf(readSamples((await metrics.page(undefined)).text), 'roomtone_ambiguous_posts_total');
    expect(await counted(one)).toBe(1);
    expect(await counted(other)).toBe(0);
  });

  test('while the database is away: say so, and nothing they no longer know', async () => {
    const metrics = createMetrics();
    metrics.onCallback({ kind: 'unknown', outcome: 'storage_down' });
    const before = readSamples((await metrics.page(stock)).text);
    expect(sumOf(before, 'roomtone_job_oldest_due_seconds', { name: 'sweep' })).toBe(1.5);
    expect(sumOf(before, 'roomtone_database_up')).toBe(1);

    const away = readSamples((await metrics.page(undefined)).text);

    expect(sumOf(away, 'roomtone_database_up')).toBe(0);
    for (const name of ['roomtone_jobs', 'roomtone_job_oldest_due_seconds', 'roomtone_rooms_live']) {
      expect(sumOf(away, name)).toBeUndefined();
    }
    expect(sumOf(away, 'roomtone_callbacks_total')).toBe(1);
  });

  test('of a provider that takes any number of rooms: no limit is shown', async () => {
    const unlimited = { ...stock, roomLimits: { application: undefined, team: 100 } };

    const shown = readSamples((await createMetrics().page(unlimited)).text);

    expect(sumOf(shown, 'roomtone_rooms_limit', { scope: 'application' })).toBeUndefined();
    expect(sumOf(shown, 'roomtone_rooms_limit', { scope: 'team' })).toBe(100);
  });

  test('are all called roomtone_…, but for what any Node process tells; with their unit last', async () => {
    const metrics = createMetrics();
    const { text } = await metrics.page(stock);

    const declared = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name = '', type]) => ({
      name,
      type,
    }));
    const ours = declared.filter(({ name }) => !/^(process|nodejs)_/.test(name));
    expect(ours.length).toBeGreaterThan(8);
    for (const { name, type } of ours) {
      expect(name).toMatch(/^roomtone_[a-z_]+$/);
      if (type === 'counter') expect(name).toMatch(/_total$/);
      if (type === 'histogram') expect(name).toMatch(/_seconds$/);
    }
  });
});

test.each([
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['::ffff:10.0.0.1', false],
  ['10.0.0.1', false],
  ['128.0.0.1', false],
  ['::', false],
  ['2001:db8::1', false],
  [undefined, false],
])('%s: is this machine? %s', (address, expected) => {
  expect(isLoopback(address)).toBe(expected);
});

test.each([
  [{ command: '/meet', text: 'help' }, 'command'],
  [{ type: 'block_actions', actions: [] }, 'click'],
  [{ type: 'event_callback', event: { type: 'app_uninstalled' } }, 'event'],
  [{ type: 'url_verification', challenge: 'x' }, 'other'],
  [{}, 'other'],
  [undefined, 'other'],
])('%j from Slack: counted as %s', (body, kind) => {
  expect(ackKind(body)).toBe(kind);
});
