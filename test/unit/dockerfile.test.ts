import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SETTINGS } from '../../src/settings.ts';
import { sourceFiles } from '../support/source-files.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const { engines, dependencies, devDependencies, scripts } = JSON.parse(read('package.json'));
/** What runs in the image; the room page is bundled for browsers. */
const app = sourceFiles().filter(({ path }) => !/^src\/(sandbox|pages|video\/page)\//.test(path));

describe('Dockerfile', () => {
  const instructions = read('Dockerfile')
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .trim()
    .split(/\n+/)
    .map((line) => ({ verb: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }));
  const stages = instructions.reduce<(typeof instructions)[]>((all, one) => {
    if (one.verb === 'FROM') all.push([]);
    all.at(-1)?.push(one);
    return all;
  }, []);
  const last = stages.at(-1) ?? [];
  const of = (verb: string, stage = last) => stage.filter((one) => one.verb === verb).map(({ rest }) => rest);
  const copied = instructions
    .filter(({ verb, rest }) => verb === 'COPY' && !rest.startsWith('--from'))
    .flatMap(({ rest }) => rest.split(' ').slice(0, -1));

  test('every stage: stands on the Node that the project is tested with', () => {
    const [major] = devDependencies.node.replace('^', '').split('.');
    const images = instructions.filter(({ verb }) => verb === 'FROM').map(({ rest }) => rest.split(' ')[0]);

    expect(new Set(images)).toEqual(new Set([`node:${major}-bookworm-slim`]));
    expect(Number(major)).toBeGreaterThanOrEqual(Number.parseInt(engines.node.slice(2), 10));
  });

  test('copies only files that are there and that .dockerignore lets through', () => {
    const allowed = [...read('.dockerignore').matchAll(/^!(.+)$/gm)].map(([, path]) => path);

    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(new Set(copied)).toEqual(new Set(allowed));
    expect(read('.dockerignore')).toMatch(/^\*$/m);
  });

  test('runs only npm scripts that exist', () => {
    const run = of('RUN', instructions).flatMap((line) => [...line.matchAll(/npm run (\w+)/g)]);

    expect(run.map(([, script = '']) => script).filter((script) => !(script in scripts))).toEqual([]);
    expect(run).not.toHaveLength(0);
  });

  test('the last stage: installs nothing, and takes what a stage without development’s installed', () => {
    const [from = ''] = of('COPY').filter((rest) => rest.includes('node_modules'));
    const [, name] = /^--from=(\w+) /.exec(from) ?? [];
    const source = stages.find((stage) => stage[0]?.rest.endsWith(` AS ${name}`));

    expect(of('RUN').join()).not.toContain('npm');
    expect(of('RUN', source)).toEqual(['npm ci --omit=dev --ignore-scripts']);
  });

  test('the last stage: has every package and file the app uses', () => {
    const packages = app
      .flatMap(({ imports }) => imports)
      .filter(({ file, typeOnly, specifier }) => file === null && !typeOnly && !specifier.startsWith('node:'))
      .map(({ specifier }) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '');
    const files = app.flatMap(({ text }) => [...text.matchAll(/'(?:\.\.\/)+([\w.-]+\.(?:yml|json))'/g)]);
    const copiedTo = of('COPY').flatMap((rest) => rest.split(' ').slice(0, -1));

    expect(packages.filter((name) => !(name in dependencies))).toEqual([]);
    expect(packages.length).toBeGreaterThan(10);
    expect(files.map(([, file = '']) => file).filter((file) => !copiedTo.includes(file))).toEqual([]);
    // Says that the files in dist are ES modules.
    expect(copiedTo).toContain('package.json');
  });

  test('the app runs as nobody special, listens where it says, and can be stopped', () => {
    const [command = ''] = of('CMD');

    expect(of('USER')).toEqual(['node']);
    expect(of('EXPOSE')).toEqual([String(SETTINGS.shape.PORT.parse(undefined))]);
    expect(of('STOPSIGNAL')).toEqual(['SIGTERM']);
    expect(JSON.parse(command)).toEqual(['node', 'dist/main.js']);
    expect(app.map(({ path }) => path)).toContain('src/main.ts');
  });

  test('the default database: lies in the volume', () => {
    const database = SETTINGS.shape.DATABASE_URL.parse(undefined);

    expect(database).toEqual({ kind: 'sqlite', file: expect.stringMatching(/^\.\/data\//) });
    expect(of('VOLUME')).toEqual(['/data']);
    expect(of('RUN').join()).toContain('chown node:node /data && ln -s /data data');
  });

  test.each([
    { status: 200, code: 0 },
    { status: 503, code: 1 },
  ])('the health check, answered $status: ends with $code', async ({ status, code }) => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());

    const { port } = server.address() as AddressInfo;
    expect(await checkHealth(of('HEALTHCHECK')[0] ?? '', String(port))).toBe(code);
    expect(asked).toEqual(['/healthz']);
  });

  test('the health check, with nobody there: fails', async () => {
    expect(await checkHealth(of('HEALTHCHECK')[0] ?? '', '1')).toBe(1);
  });
});

/** Runs the command of a HEALTHCHECK as a container would; resolves to its exit code. */
function checkHealth(instruction: string, port: string): Promise<number | null> {
  const [, json = ''] = /CMD (\[.*\])$/.exec(instruction) ?? [];
  const [program, ...args]: string[] = JSON.parse(json);
  expect(program).toBe('node');
  const check = spawn(process.execPath, args, { env: { PORT: port }, stdio: 'ignore' });
  return new Promise((resolve) => check.once('close', resolve));
}
