import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROVIDERS, type Provider } from '../../src/sandbox/room-server.ts';
import { seed } from '../../src/sandbox/seed.ts';
import { readSettings } from '../../src/sandbox/settings.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.ts';
import { freePort } from '../support/free-port.ts';

const HOUR_MS = 3_600_000;
const IN_TIME = { timeout: 10_000 };

test.concurrent.for(PROVIDERS)(
  '%s: what is typed while the past is being made happens after it, and stays',
  async (provider, { onTestFinished }) => {
    const { sandbox, close } = await startSandboxOf(provider);
    onTestFinished(close);
    await sandbox.app.start();
    const early = typeCommand(sandbox, '/meet Design review');

    await seed(sandbox);
    sandbox.open();

    expect((await early).ok).toBe(true);
    const { workspace } = sandbox.slack;
    const answers = () => JSON.stringify(workspace.ephemerals('ada'));
    await expect.poll(answers, IN_TIME).toContain('Start as host');
    expect(answers()).not.toContain('Kick-off');
    const card = () =>
      workspace.messages('general').find(({ text }) => String(text).includes('Design review'));
    await expect.poll(card, IN_TIME).toBeDefined();
    expect(Date.now() - Number(card()?.['ts']) * 1000).toBeLessThan(HOUR_MS);
  },
);

/** As the workspace's page and scripts do. */
function typeCommand({ slack }: Sandbox, text: string): Promise<Response> {
  return fetch(`${slack.url}/_sandbox/command`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'ada', channel: 'general', text }),
  });
}

async function startSandboxOf(provider: Provider) {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-opening-'));
  const sandbox = await startSandbox({
    provider,
    settings: readSettings(folder),
    folder,
    pageFolder: null,
    appProgram: join(import.meta.dirname, '../../src/main.ts'),
    ports: { slack: await freePort(), rooms: await freePort(), app: await freePort() },
  });
  const close = async () => {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { sandbox, close };
}
