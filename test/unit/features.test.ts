import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { MEET_OPTIONS } from '../../src/domain/meet-parts.ts';
import { POLICY_RULES } from '../../src/domain/policy.ts';
import { NOTIFY } from '../../src/domain/settings.ts';
import * as ids from '../../src/slack/ids.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The rows of all tables, each split into its cells. */
const rows = [...read('docs/features.md').matchAll(/^\| (.*) \|$/gm)]
  .map(([, cells = '']) => cells.split(' | '))
  .filter(([first = '']) => /`/.test(first));
const firsts = rows.map(([first = '']) => first);

/** Names of those nobody finds in the first cells of the tables. */
function missing(names: Iterable<string>): string[] {
  return [...names].filter((name) => !firsts.some((first) => first.includes(`\`${name}\``)));
}

const named = (entries: Readonly<Record<string, string>>): string[] => Object.values(entries);

describe('docs/features.md', () => {
  test('has a row for every button', () => {
    expect(missing(named(ids.ACTIONS))).toEqual([]);
  });

  test('has a row for every shortcut of the manifest', () => {
    const { shortcuts = [] } = parse(read('manifest.yml')).features as { shortcuts?: Shortcut[] };

    expect(missing(shortcuts.map(({ callback_id }) => callback_id))).toEqual([]);
  });

  test('has a row for every option of /meet', () => {
    expect(missing([...MEET_OPTIONS.keys()].map((option) => `--${option}`))).toEqual([]);
  });

  test('has a row for everything members and admins choose', () => {
    expect(missing([...NOTIFY, 'locale', ...POLICY_RULES])).toEqual([]);
  });

  test('names no button that is gone', () => {
    const known = Object.values(ids).flatMap((each) => (typeof each === 'string' ? [] : named(each)));
    const told = firsts.flatMap((first) =>
      [...first.matchAll(/`([a-z]+\.[a-z-]+)`/g)].map(([, id = '']) => id),
    );

    expect(told.filter((id) => !known.includes(id))).toEqual([]);
    expect(told.length).toBeGreaterThan(10);
  });

  test.each(rows)(
    '%s, %s: says what it does, and names a test that is there',
    (...[, , does, proof = '']) => {
      const [, file = '', title = ''] = /^`(test\/[\w/-]+\.test\.ts)`: (.+)$/.exec(proof) ?? [];

      expect(does).toMatch(/\w/);
      expect(existsSync(join(ROOT, file))).toBe(true);
      expect(hasTitle(file, title)).toBe(true);
    },
  );
});

interface Shortcut {
  readonly callback_id: string;
}

/** Does a name in that file begin so? */
function hasTitle(file: string, start: string): boolean {
  const text = read(file);
  return ["'", '"', '`'].some((quote) => text.includes(`${quote}${start}`));
}
