import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { RESERVED_WORDS } from '../../src/domain/format-meet-command.ts';
import { MEET_OPTIONS } from '../../src/domain/meet-parts.ts';
import { POLICY_VALUES } from '../../src/domain/policy.ts';
import { NOTIFY } from '../../src/domain/settings.ts';
import * as ids from '../../src/slack/ids.ts';
import { LANGUAGES, SETTINGS_FIELDS } from '../../src/slack/settings-form.ts';

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
  test('has a row for every button and dialog', () => {
    expect(missing([...named(ids.ACTIONS), ...named(ids.VIEWS)])).toEqual([]);
  });

  test('has a row for everything the manifest tells Slack of', () => {
    const { features, settings } = parse(read('manifest.yml')) as Manifest;

    expect(missing(features.shortcuts.map(({ callback_id }) => callback_id))).toEqual([]);
    expect(missing(features.slash_commands.map(({ command }) => command))).toEqual([]);
    expect(missing(settings.event_subscriptions.bot_events)).toEqual([]);
  });

  test('has a row for every word and option of /meet', () => {
    expect(missing(RESERVED_WORDS.map((word) => `/meet ${word}`))).toEqual([]);
    expect(missing([...MEET_OPTIONS.keys()].map((option) => `--${option}`))).toEqual([]);
  });

  test('has a row for everything members choose', () => {
    expect(missing([...named(SETTINGS_FIELDS), ...NOTIFY, ...Object.keys(LANGUAGES)])).toEqual([]);
  });

  test.each(Object.entries(POLICY_VALUES))(
    '%s: has a row with all that admins can decide',
    (rule, values) => {
      const row = rows.find(([first = '']) => first.includes(`\`${rule}\``));

      expect(row?.[1]).toBe(values.map((value) => `\`${value}\``).join(', '));
    },
  );

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

interface Manifest {
  readonly features: {
    readonly shortcuts: readonly { readonly callback_id: string }[];
    readonly slash_commands: readonly { readonly command: string }[];
  };
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } };
}

/** Does a name in that file begin so? */
function hasTitle(file: string, start: string): boolean {
  const text = read(file);
  return ["'", '"', '`'].some((quote) => text.includes(`${quote}${start}`));
}
