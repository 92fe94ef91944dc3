import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choosePort } from '../../src/sandbox/choose-port.ts';
import { readSettings, type SandboxSettings } from '../../src/sandbox/settings.ts';
import { HOST, type Sandbox, startSandbox } from '../../src/sandbox/start.ts';

export interface BenchSandbox extends Sandbox {
  readonly settings: SandboxSettings;
}

/** The built app between the sandbox's servers, in a folder of its own. */
export async function benchSandbox(): Promise<BenchSandbox> {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-bench-'));
  const settings = readSettings(folder);
  const port = async (usual: number) => (await choosePort(undefined, usual, HOST)).port;
  const sandbox = await startSandbox({
    settings,
    folder,
    pageFolder: null,
    appProgram: join(import.meta.dirname, '../../dist/main.js'),
    ports: { slack: await port(5000), rooms: await port(5100), app: await port(5200) },
  });
  await sandbox.app.start();
  sandbox.open();
  return {
    ...sandbox,
    settings,
    async close() {
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function putJson(url: string, body: unknown): Promise<void> {
  const response = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
}
