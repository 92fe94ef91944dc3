import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from '../support/source-files.ts';

/** What nearly everything may use: they use nothing themselves. */
const BASICS = ['src/errors.ts', 'src/log.ts', 'src/clock.ts'];

/**
 * Who may import whom, besides their own folder. `type …`: only what is gone at run time. The innermost folder of a file
 * counts.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/domain/': ['src/errors.ts'],
  'src/usecases/': [
    'src/domain/',
    'type src/usecases/ports/',
    'src/errors.ts',
    'type src/log.ts',
    'type src/clock.ts',
  ],
  'src/usecases/ports/': ['type src/domain/', 'type src/usecases/job-payloads.ts'],
  'src/slack/': [
    'src/slack/listeners/',
    'src/slack/views/',
    'src/domain/',
    'type src/usecases/',
    'type src/usecases/ports/',
    ...BASICS,
  ],
  'src/slack/listeners/': [
    'src/slack/',
    'src/slack/views/',
    'src/domain/',
    'src/usecases/',
    'type src/usecases/ports/',
    ...BASICS,
  ],
  'src/slack/views/': [
    'src/slack/ids.ts',
    'src/slack/button-values.ts',
    'src/slack/new-room-form.ts',
    'src/slack/settings-form.ts',
    'src/slack/settings-place.ts',
    'src/locales/',
    'type src/domain/',
  ],
  'src/meetings/': [
    'src/vonage/',
    'src/setting-kinds.ts',
    'type src/domain/',
    'type src/usecases/ports/',
    ...BASICS,
  ],
  'src/vonage/': ['type src/domain/', 'type src/usecases/ports/', 'type src/settings.ts', ...BASICS],
  'src/video/': [
    'src/vonage/',
    'src/setting-kinds.ts',
    'type src/domain/',
    'type src/usecases/ports/',
    ...BASICS,
  ],
  'src/pages/': [],
  'src/video/page/': ['src/pages/'],
  'src/jobs/': [
    'src/domain/',
    'src/usecases/',
    'type src/usecases/ports/',
    'src/storage/prepared.ts',
    'type src/storage/schema.ts',
    ...BASICS,
  ],
  'src/storage/': [
    'src/storage/migrations/',
    'src/domain/',
    'type src/usecases/ports/',
    'src/errors.ts',
    'type src/log.ts',
  ],
  'src/storage/migrations/': [],
  'src/http/': ['src/errors.ts', 'type src/log.ts'],
  'src/metrics/': [
    'type src/database/',
    'type src/http/',
    'type src/jobs/',
    'type src/vonage/',
    'type src/slack/',
    'type src/usecases/',
    'type src/usecases/ports/',
  ],
  'src/doctor/': [
    'src/http/',
    'src/jobs/',
    'src/vonage/',
    'src/slack/',
    'src/storage/',
    'src/config.ts',
    'type src/settings.ts',
    ...BASICS,
  ],
  'src/locales/': [],
  'src/errors.ts': [],
  'src/log.ts': [],
  'src/clock.ts': [],
  'src/setting-kinds.ts': [],
  'src/settings.ts': ['src/setting-kinds.ts', 'src/meetings/settings.ts', 'src/video/settings.ts'],
  'src/config.ts': ['src/settings.ts', 'src/meetings/settings.ts', 'src/video/settings.ts', 'src/errors.ts'],
  'src/app.ts': ['src/'],
  'src/program.ts': ['src/'],
  'src/providers.ts': [
    'src/usecases/',
    'type src/usecases/ports/',
    'src/vonage/',
    'type src/config.ts',
    ...BASICS,
  ],
  'src/database/': [
    'src/jobs/',
    'src/storage/',
    'type src/settings.ts',
    'type src/usecases/ports/',
    ...BASICS,
  ],
  'src/jobs.ts': ['src/'],
  'src/migrate.ts': ['src/'],
  'src/move.ts': ['src/'],
  'src/main.ts': ['src/program.ts'],
  'src/sandbox/': ['src/sandbox/slack/', 'src/sandbox/meetings/', 'src/sandbox/video/', 'src/log.ts'],
  'src/sandbox/vonage/': ['src/sandbox/'],
  'src/sandbox/slack/': ['src/sandbox/', 'src/log.ts'],
  'src/sandbox/video/client/': ['src/video/page/', 'type src/sandbox/video/'],
  'src/sandbox/video/': ['src/sandbox/', 'src/sandbox/vonage/'],
  'src/sandbox/meetings/': ['src/sandbox/', 'src/sandbox/vonage/', 'src/log.ts'],
  'src/sandbox/page/': ['src/pages/', 'type src/sandbox/', 'type src/sandbox/meetings/'],
};

const AREAS = Object.keys(MAY_IMPORT);
const FILES = sourceFiles();

/** The row of {@link MAY_IMPORT} a file belongs to. */
function areaOf(path: string): string | undefined {
  return AREAS.filter((area) => path === area || (area.endsWith('/') && path.startsWith(area)))
    .toSorted((a, b) => b.length - a.length)
    .at(0);
}

function isAllowed(from: string, { file, typeOnly }: { file: string; typeOnly: boolean }): boolean {
  const area = areaOf(file);
  if (area === from) return true;
  return (MAY_IMPORT[from] ?? []).some((rule) => {
    const named = rule.replace('type ', '');
    return (named === 'src/' || named === area || named === file) && (typeOnly || !rule.startsWith('type '));
  });
}

describe('who imports whom', () => {
  test('each file has its row in the table, and each row its files', () => {
    expect(FILES.filter(({ path }) => areaOf(path) === undefined).map(({ path }) => path)).toEqual([]);
    expect(AREAS.filter((area) => !FILES.some(({ path }) => areaOf(path) === area))).toEqual([]);
  });

  test.each(AREAS)('%s: only what the table allows', (area) => {
    const broken = FILES.filter(({ path }) => areaOf(path) === area).flatMap(({ path, imports }) =>
      imports.flatMap(({ file, typeOnly }) =>
        file === null || isAllowed(area, { file, typeOnly }) ? [] : [`${path} imports ${file}`],
      ),
    );

    expect(broken).toEqual([]);
  });

  test('nothing goes in circles', () => {
    expect(circleIn(FILES)).toBeUndefined();
  });
});

describe('every file', () => {
  const all = [...FILES, ...sourceFiles('test/**'), ...sourceFiles('scripts/**')];
  const where = (isBroken: (file: SourceFile) => boolean) => all.filter(isBroken).map(({ path }) => path);

  test('imports our own files by their full names', () => {
    const broken = all.flatMap(({ path, imports }) =>
      imports
        .filter(({ file }) => file !== null && !existsSync(new URL(`../../${file}`, import.meta.url)))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    );

    expect(broken).toEqual([]);
  });

  test('has a name for what it exports, and is no collection of others', () => {
    expect(where(({ path }) => /\/index\.tsx?$/.test(path))).toEqual([]);
    expect(where(({ path, text }) => path.startsWith('src/') && /^export default /m.test(text))).toEqual([]);
    expect(where(({ text }) => /^export (type )?(\*|\{[^}]*\}) from /m.test(text))).toEqual([]);
  });

  test('asks whoever is its provider: which ones there are, only composition and configuration know', () => {
    const ofProviders = /^src\/(meetings|video|sandbox)\//;
    const others = FILES.filter(({ path }) => !ofProviders.test(path));
    const knowing = others.filter(({ imports }) =>
      imports.some(({ file }) => /^src\/(meetings|video)\//.test(file ?? '')),
    );
    const naming = others.filter(({ text }) => /vonage-(meetings|video)/.test(text));

    expect(knowing.map(({ path }) => path)).toEqual(['src/app.ts', 'src/config.ts', 'src/settings.ts']);
    expect(naming.map(({ path }) => path)).toEqual([]);
  });

  test('is handed what it needs from the environment', () => {
    const readers = FILES.filter(({ text }) => text.includes('process.env')).map(({ path }) => path);

    expect(readers).toEqual(['src/main.ts', 'src/sandbox/app-process.ts', 'src/sandbox/main.ts']);
  });
});

/** The first circle of imports, as paths; types count as well, for a reader goes round in them too. */
function circleIn(files: readonly SourceFile[]): string[] | undefined {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const { file } of byPath.get(path)?.imports ?? []) {
      const circle = file === null ? undefined : walk(file, [...trail, path]);
      if (circle !== undefined) return circle;
    }
    done.add(path);
    return undefined;
  };
  for (const { path } of files) {
    const circle = walk(path, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
