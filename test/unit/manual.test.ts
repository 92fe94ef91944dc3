import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CATALOG } from '../../src/jobs/catalog.ts';
import { KEY_PATH, SETTINGS } from '../../src/settings.ts';
import { programCommands, readCommandLine } from '../support/command-line.ts';
import { doctorChecks, errorCodes, logLines, metricNames } from '../support/told-to-operators.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const manual = read('docs/operations.md');
const sorted = (words: Iterable<string>) => [...new Set(words)].toSorted();

/** What stands under a heading, up to the next one that is no smaller. */
function section(heading: string): string {
  const [, after] = manual.split(`\n${heading}\n`);
  if (after === undefined) throw new Error(`docs/operations.md has no ${heading}`);
  return after.split(new RegExp(`\n#{1,${heading.indexOf(' ')}} `))[0] ?? '';
}

/** The names in code that stand in the first cells of its tables. */
function firstCells(heading: string): string[] {
  const cells = [...section(heading).matchAll(/^\| (`[^|]+`) \|/gm)].map(([, cell = '']) => cell);
  return sorted(cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)));
}

describe('the runbook', () => {
  test('has a row for every error code in the source, and no other', () => {
    expect(firstCells('### Error codes')).toEqual(sorted(errorCodes()));
  });

  test('has a row for every warning and error in the log, and no other', () => {
    expect(firstCells('### Log lines')).toEqual(sorted(logLines()));
  });

  test('has a row for every alert, and no other', () => {
    const { groups } = parse(read('docs/alerts.yml'));

    expect(firstCells('### Alerts')).toEqual(sorted(groups[0].rules.map((rule: Rule) => rule.alert)));
  });

  test('says of each what it means and what to do', () => {
    const rows = section('## Runbook').match(/^\| `.*\|$/gm) ?? [];

    expect(rows.filter((row) => row.split(' | ').length !== 3 || /\|\s+\|/.test(row))).toEqual([]);
    expect(rows.length).toBeGreaterThan(50);
  });
});

interface Rule {
  readonly alert: string;
  readonly expr: string;
}

describe('metrics', () => {
  test('the table: has every one of ours, and no other', () => {
    expect(firstCells('### What is measured')).toEqual(sorted(metricNames()));
  });

  test('the alerts: use only those', () => {
    const used = [...read('docs/alerts.yml').matchAll(/\b(roomtone_[a-z_]+?)(?:_bucket|_count)?\b(?!")/g)];

    expect(sorted(used.map(([, name = '']) => name)).filter((name) => !metricNames().includes(name))).toEqual(
      [],
    );
    expect(used.length).toBeGreaterThan(10);
  });
});

test('when Slack says no: every case says who is told, and names tests that exist', () => {
  const rows = section('## When Slack says no').match(/^\| (?!case |---).*\|$/gm) ?? [];
  const named = rows.map((row) =>
    [...row.matchAll(/`(test\/[^`]+\.test\.ts)`/g)].map(([, file = '']) => file),
  );

  expect(rows.filter((row) => row.split(' | ').length !== 3)).toEqual([]);
  expect(rows.filter((_row, index) => named[index]?.length === 0)).toEqual([]);
  expect(named.flat().filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  expect(rows.length).toBeGreaterThan(9);
});

test('doctor: the table has every check, and no other', () => {
  expect(firstCells('## doctor')).toEqual(sorted(doctorChecks()));
});

test('buried jobs: every kind of job that somebody may find there is named', () => {
  const named = firstCells('## Buried jobs').filter((cell) => !cell.includes(' '));

  expect(named.filter((name) => !Object.hasOwn(CATALOG, name))).toEqual([]);
  expect(named).not.toEqual([]);
});

/** Variables that others read: Node, Postgres' own programs, the image of compose.yaml. */
const OTHERS = ['NODE_EXTRA_CA_CERTS', 'POSTGRES_PASSWORD'];

describe.each(['docs/operations.md', 'docs/security.md', 'docs/privacy.md', 'docs/proof.md'])(
  '%s',
  (page) => {
    const text = read(page);

    test('names only settings that exist', () => {
      const named = [...text.matchAll(/`([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`/g)].map(([, name = '']) => name);
      const known = [...Object.keys(SETTINGS.shape), KEY_PATH, ...OTHERS];

      expect(sorted(named).filter((name) => !known.includes(name))).toEqual([]);
    });

    test('links only to what is there', () => {
      const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)];
      const broken = links.filter(([, path = '', anchor]) => {
        const file = path === '' ? page : posix.join(posix.dirname(page), path);
        return (
          !existsSync(join(ROOT, file)) || (anchor !== undefined && !anchors(read(file)).includes(anchor))
        );
      });

      expect(broken.map(([link]) => link)).toEqual([]);
    });
  },
);

/** As GitHub makes them from headings. */
function anchors(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase());
  return headings.map((heading) => heading.replaceAll(/[^\w -]/g, '').replaceAll(' ', '-'));
}

test('every command of the program it tells people to run: exists', async () => {
  const told = [...manual.matchAll(/`(node dist\/main\.js [^`]+)`/g)].map(([, line = '']) =>
    readCommandLine(line),
  );
  const known = (await programCommands()).map((command) => command.split(/ [<[-]/)[0] ?? '');

  expect(
    told.map(({ command }) => command.split(/ [<-]/)[0] ?? '').filter((one) => !known.includes(one)),
  ).toEqual([]);
  expect(told.length).toBeGreaterThan(5);
});
