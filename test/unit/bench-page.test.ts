import { expect, test } from 'vitest';
import { renderChart } from '../../bench/support/render-chart.ts';
import { renderPage } from '../../bench/support/render-page.ts';
import type { Goal } from '../../bench/support/report.ts';
import { inRounds, median, quantile } from '../../bench/support/rounds.ts';

const environment = { node: 'v24.0.0', cpu: 'Some CPU', cores: 2, memoryGb: 24, system: 'Linux 6' };
const goals: Goal[] = [
  { what: 'twice as much', unit: '×', value: 4, atLeast: 2 },
  { what: 'too slow', unit: 'ms', value: 100, atMost: 50 },
  { what: 'nothing at all', unit: 'MB', value: -3, atMost: 20 },
];
const report = {
  columns: ['a second', 'p99 ms'],
  rows: [
    { name: 'ours', values: [12_345.6, 1.234] },
    { name: 'theirs', values: [45.67, null] },
  ],
  goals,
};

test('the page: shows figures, peers, and also what was missed', () => {
  const page = renderPage(
    { one: { title: 'One', about: 'About one.' }, two: { title: 'Two', about: 'Never measured.' } },
    { one: { environment, measuredOn: '2026-11-25', report } },
  );

  expect(page.slice(page.indexOf('| measured on'))).toMatchSnapshot();
});

test('the chart: better goes right, worse goes left, and nothing leaves the picture', () => {
  expect(renderChart(goals)).toMatchSnapshot();
});

test('rounds: everybody takes turns, and the first round does not count', async () => {
  const order: string[] = [];
  const take = (name: string) => async () => order.push(name);

  const results = await inRounds(2, { a: take('a'), b: take('b') });

  expect(order.join('')).toBe('ababab');
  expect(results).toEqual({ a: [3, 5], b: [4, 6] });
});

test.each([
  { values: [3, 1, 2], share: 0.5, expected: 2 },
  { values: [1, 2, 3, 4], share: 0.99, expected: 4 },
  { values: [7], share: 0.99, expected: 7 },
])('the $share quantile of $values', ({ values, share, expected }) => {
  expect(quantile(values, share)).toBe(expected);
  expect(median([5, 1, 9])).toBe(5);
});
