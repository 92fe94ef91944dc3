import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const page = readFileSync(join(ROOT, 'docs/faults.md'), 'utf8');
const rows = page.split('\n').filter((line) => /^\| (?!fault |---)/.test(line));

test('every fault says what people see and what happens by itself', () => {
  const incomplete = rows.filter((row) => row.split(' | ').length !== 4 || /\|\s*\|/.test(row));

  expect(incomplete).toEqual([]);
  expect(rows.length).toBeGreaterThan(15);
});

test('every fault names tests that exist', () => {
  const named = rows.map((row) =>
    [...row.matchAll(/`(test\/[^`]+\.test\.ts)`/g)].map(([, file = '']) => file),
  );

  expect(rows.filter((_row, index) => named[index]?.length === 0)).toEqual([]);
  expect(named.flat().filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});
