import { expect, test } from 'vitest';
import { TriggerIds } from '../../src/sandbox/slack/trigger-ids.ts';
import { WorkspaceClock } from '../../src/sandbox/slack/workspace-clock.ts';

const NOON = Date.UTC(2026, 10, 23, 12);

test('timestamps of one moment: unique and rising, six digits after the point', () => {
  const clock = new WorkspaceClock(() => NOON);

  expect([clock.next('C1'), clock.next('C2')]).toEqual(['1795435200.000000', '1795435200.000001']);
});

test('timestamps with an offset: that much older, and never one that was given before', () => {
  const clock = new WorkspaceClock(() => NOON);
  clock.setOffset(-86_400_000);
  const yesterday = clock.next('C1');
  clock.setOffset(-86_400_000);

  expect([yesterday, clock.next('C1')]).toEqual(['1795348800.000000', '1795348800.000001']);
});

test('timestamps with an offset for one channel: the others stay in the present', () => {
  const clock = new WorkspaceClock(() => NOON);
  clock.setOffset(-86_400_000, 'C1');

  expect([clock.next('C1'), clock.next('C2')]).toEqual(['1795348800.000000', '1795435200.000000']);
});

test('a trigger id: works once', () => {
  const triggerIds = new TriggerIds(() => NOON);
  const id = triggerIds.issue({ userId: 'U0ADA' });

  triggerIds.redeem(id);

  expect(id).toMatch(/^\d+\.\d+\.[0-9a-f]{32}$/);
  expect(() => triggerIds.redeem(id)).toThrow('exchanged_trigger_id');
  expect(() => triggerIds.redeem('1.2.3')).toThrow('invalid_trigger_id');
});

test('a trigger id after more than three seconds: expired', () => {
  let now = NOON;
  const triggerIds = new TriggerIds(() => now);
  const inTime = triggerIds.issue({ userId: 'U0ADA' });
  const late = triggerIds.issue({ userId: 'U0ADA' });

  now += 3000;
  triggerIds.redeem(inTime);
  now += 1;

  expect(() => triggerIds.redeem(late)).toThrow('expired_trigger_id');
});
