import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../../src/config.ts';
import { KEY_PATH, SETTINGS } from '../../src/settings.ts';
import { programCommands, readCommandLine } from '../support/command-line.ts';
import { MEMORY_FLAGS } from '../support/deployed-flags.ts';
import { validEnv } from '../support/valid-env.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** How long running jobs are waited for. Source: `src/app.ts`, DRAIN_MS. */
const DRAIN_SECONDS = Number(/const DRAIN_MS = (\d+)_000;/.exec(read('src/app.ts'))?.[1]);
const settings = [...Object.keys(SETTINGS.shape), KEY_PATH];
const unknown = (names: Iterable<string>) => [...names].filter((name) => !settings.includes(name));

test.each(['Dockerfile', 'app.json', 'docs/operations.md'])(
  '%s: gives Node the memory that `npm start` gives it',
  (path) => {
    const given = [...read(path).matchAll(/--max-\S+-size=\d+( --max-\S+-size=\d+)*/g)].map(
      ([flags]) => flags,
    );

    expect(given).toEqual([MEMORY_FLAGS]);
  },
);

describe('Procfile', () => {
  const commands = programCommands();
  const lines = [...read('Procfile').matchAll(/^(\w+): (.+)$/gm)].map(([, name = '', line = '']) => ({
    name,
    line: readCommandLine(line),
  }));

  test('has a release phase, web and worker', () => {
    expect(lines.map(({ name }) => name)).toEqual(['release', 'web', 'worker']);
  });

  test.each(lines)('$name: starts a command that exists, with settings that exist', async ({ line }) => {
    expect(line.program).toBe('node dist/main.js');
    expect(await commands).toContain(line.command);
    expect(() =>
      loadConfig({ ...validEnv, DATABASE_URL: 'postgres://host/name', ...line.env }),
    ).not.toThrow();
    expect(unknown(Object.keys(line.env))).toEqual([]);
  });
});

describe('app.json', () => {
  interface Variable {
    readonly description: string;
    readonly required?: boolean;
    readonly value?: string;
    readonly generator?: 'secret';
  }
  const app: { readonly env: Readonly<Record<string, Variable>>; readonly formation: object } = JSON.parse(
    read('app.json'),
  );
  const variables = Object.entries(app.env);
  const required = variables.filter(([, { required: isRequired }]) => isRequired).map(([name]) => name);
  /** What Heroku sets by itself, and the values and secrets it gives. */
  const given: Record<string, string> = { DYNO: 'web.1', PORT: '5000', DATABASE_URL: 'postgres://host/name' };
  for (const [name, { value, generator }] of variables) {
    if (value !== undefined) given[name] = value;
    if (generator !== undefined) given[name] = 'f'.repeat(64);
  }
  const asked = Object.fromEntries(
    required.map((name) => [name, validEnv[name] ?? 'https://meetings.example']),
  );

  test('asks only for settings that exist, and says what each is', () => {
    // Node's own.
    const { NODE_OPTIONS: _ofNode, ...ours } = app.env;
    expect(unknown(Object.keys(ours))).toEqual([]);
    expect(variables.filter(([, { description }]) => description === '')).toEqual([]);
  });

  test('with what it asks for: allows a start without a warning', () => {
    expect(loadConfig({ ...given, ...asked }).warnings).toEqual([]);
  });

  test.each(required)('without %s: a start is stopped, or warns', (name) => {
    const start = () => loadConfig({ ...given, ...asked, [name]: '' });

    if (name === 'MEETINGS_API_URL') expect(start().warnings).toHaveLength(1);
    else expect(start).toThrow(name);
  });

  test('starts the processes of the Procfile', () => {
    const processes = [...read('Procfile').matchAll(/^(\w+):/gm)].map(([, name = '']) => name);

    expect(Object.keys(app.formation)).toEqual(processes.filter((name) => name !== 'release'));
  });
});

describe('compose.yaml', () => {
  interface Service {
    readonly build?: string;
    readonly environment: Readonly<Record<string, string>>;
    readonly stop_grace_period: string;
    readonly ports?: readonly string[];
    readonly volumes?: readonly string[];
    readonly command?: readonly string[];
  }
  const text = read('compose.yaml').replaceAll(/\$\{(\w+):\?[^}]*\}/g, 'secret-of-$1');
  const { services, volumes }: { services: Record<string, Service>; volumes: object } = parse(text, {
    merge: true,
  });
  const ours = Object.entries(services).filter(([, { build }]) => build !== undefined);

  test('is the app, a worker and Postgres', () => {
    expect(Object.keys(services)).toEqual(['app', 'worker', 'postgres']);
    expect(ours.map(([, { environment }]) => environment['ROLE'])).toEqual(['web', 'worker']);
  });

  test.each(ours)('%s: has only settings that exist, and those allow a start', (_name, { environment }) => {
    expect(unknown(Object.keys(environment))).toEqual([]);
    expect(() => loadConfig({ ...validEnv, ...environment })).not.toThrow();
  });

  test.each(ours)('%s: is given the time a stop takes', (_name, service) => {
    expect(Number.parseInt(service.stop_grace_period, 10)).toBeGreaterThan(DRAIN_SECONDS);
  });

  test('the app’s port and database: are those of the other side', () => {
    const { app, postgres } = services;
    const { PORT, DATABASE_URL } = app?.environment ?? {};
    const database = new URL(DATABASE_URL ?? '');
    const { POSTGRES_USER, POSTGRES_DB, POSTGRES_PASSWORD } = postgres?.environment ?? {};

    expect(app?.ports).toEqual([`127.0.0.1:3000:${PORT}`]);
    expect(database.hostname).toBe('postgres');
    expect([database.username, database.pathname.slice(1), database.password]).toEqual([
      POSTGRES_USER,
      POSTGRES_DB,
      POSTGRES_PASSWORD,
    ]);
    expect(postgres?.volumes?.map((volume) => volume.split(':')[0])).toEqual(Object.keys(volumes));
  });

  test('what it takes from .env: is asked for there', () => {
    const taken = new Set([...read('compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name));

    expect([...taken].filter((name) => !read('.env.example').includes(`\n# ${name}=\n`))).toEqual([]);
    expect(taken.size).toBe(1);
  });
});
