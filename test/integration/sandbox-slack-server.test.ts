import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { slackWorld } from '../support/slack-world.ts';

test('a taken port: the start is refused', async () => {
  const { port } = await slackWorld();

  await expect(slackWorld({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('closing: ends streams and frees the port', async () => {
  const { close, port, url } = await slackWorld();
  const stream = await fetch(`${url}/_sandbox/view`);

  await close();

  expect(await stream.text()).toContain('data: ');
  expect((await slackWorld({ port })).port).toBe(port);
});

test('every Web API method of the sandbox: named in one of these tests', async () => {
  const { ask } = await slackWorld();
  const folder = new URL('.', import.meta.url);
  const tests = readdirSync(folder)
    .filter((name) => name.startsWith('sandbox-slack'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join();

  const { body } = await ask('GET', '/_sandbox/coverage');

  expect(body.methods).toHaveLength(14);
  expect(body.methods.filter((method: string) => !tests.includes(`${method}`))).toEqual([]);
});
