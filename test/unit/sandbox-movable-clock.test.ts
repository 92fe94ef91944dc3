import { afterAll, expect, test } from 'vitest';
import { createMovableClock } from '../../src/sandbox/vonage/movable-clock.ts';

const HOUR_MS = 3_600_000;
const clock = createMovableClock();
afterAll(() => clock.stop());

test('moved over several appointments: each runs in order, at its own time, those made on the way too', () => {
  const start = clock.now();
  const ran: [string, number][] = [];
  const note = (name: string) => ran.push([name, Math.round((clock.now() - start) / HOUR_MS)]);
  clock.at(start + 5 * HOUR_MS, () => note('at five'));
  clock.at(start + HOUR_MS, () => {
    note('at one');
    clock.at(clock.now() + HOUR_MS, () => note('an hour after one'));
  });
  clock.at(start + 9 * HOUR_MS, () => note('at nine'));

  clock.advance(6 * 3600);

  expect(ran).toEqual([
    ['at one', 1],
    ['an hour after one', 2],
    ['at five', 5],
  ]);
  expect(Math.round((clock.now() - start) / HOUR_MS)).toBe(6);
});

test('moved twice: it is ahead by both', () => {
  const before = clock.aheadSeconds();

  clock.advance(600);
  clock.advance(86_400);

  expect(clock.aheadSeconds() - before).toBe(87_000);
});

test('appointment in the past: runs by itself, soon', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();

  clock.at(clock.now() - HOUR_MS, () => resolve('ran'));

  expect(await promise).toBe('ran');
});

test('stopped: what is asked for afterwards does not run', () => {
  const stopped = createMovableClock();
  const ran: string[] = [];
  stopped.stop();

  stopped.at(stopped.now(), () => void ran.push('late'));
  stopped.advance(60);

  expect(ran).toEqual([]);
});
