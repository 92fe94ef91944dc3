import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { KEY_PATH, SETTINGS } from '../../src/settings.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const readme = read('README.md');

/** What stands under a heading, up to the next one that is no smaller. */
function section(heading: string): string {
  const [, after] = readme.split(`\n${heading}\n`);
  if (after === undefined) throw new Error(`README.md has no ${heading}`);
  const level = heading.indexOf(' ');
  return after.split(new RegExp(`\n#{1,${level}} `))[0] ?? '';
}

/** Cells of the table rows whose first cell is one name in code. */
function rowsOf(text: string): { readonly name: string; readonly cells: readonly string[] }[] {
  return [...text.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map(([, name = '', rest = '']) => ({
    name,
    cells: rest.split(' | ').map((cell) => cell.trim()),
  }));
}

describe('the table of settings', () => {
  const rows = rowsOf(section('## Settings'));

  test('has a row for every setting, and no other', () => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual(
      [...Object.keys(SETTINGS.shape), KEY_PATH].toSorted(),
    );
  });

  test.each(Object.entries(SETTINGS.shape))(
    '%s: tells its default, or that it is required',
    (name, schema) => {
      const [, told = ''] = rows.find((row) => row.name === name)?.cells ?? [];
      const byDefault: unknown = schema.safeParse(undefined).data;

      if (byDefault !== undefined) {
        const value = name === 'DATABASE_URL' ? 'file:./data/roomtone.db' : byDefault;
        expect(told.startsWith(`\`${value}\``)).toBe(true);
      } else if (schema.safeParse(undefined).success) expect(told).toMatch(/^none/);
      else expect(told).toMatch(/required$/);
    },
  );
});

test('the table of scopes: those of the manifest, each with why', () => {
  const rows = rowsOf(section('## Scopes'));

  expect(rows.map(({ name }) => name)).toEqual(parse(read('manifest.yml')).oauth_config.scopes.bot);
  expect(rows.filter(({ cells }) => (cells[0] ?? '') === '')).toEqual([]);
});

describe('the dependencies', () => {
  const packages = JSON.parse(read('package.json'));
  const text = section('### Dependencies');

  test('each of the app’s: has a row, with what it is for', () => {
    const rows = rowsOf(text);

    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(packages.dependencies).toSorted());
    expect(rows.filter(({ cells }) => (cells[0] ?? '') === '')).toEqual([]);
  });

  test('each of the development’s: is named, but for bare types', () => {
    const [, development = ''] = text.split('For development: ');
    const named = [...development.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

    const wanted = Object.keys(packages.devDependencies).filter((name) => !name.startsWith('@types/'));
    expect(named.filter((name) => name !== '@types').toSorted()).toEqual(wanted.toSorted());
  });
});

test('every npm script it tells people to run: exists', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const told = [...readme.matchAll(/\bnpm (?:run )?([a-z]+)\b/g)].map(([, name = '']) => name);

  expect(told.filter((name) => name !== 'ci' && !Object.hasOwn(scripts, name))).toEqual([]);
});

test('every file it links to: is there', () => {
  const linked = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path);

  expect(linked.length).toBeGreaterThan(0);
  for (const path of linked) expect(read(path).length).toBeGreaterThan(0);
});
