import { spawnSync } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { openWire } from '../../bench/prove/wire.ts';
import { stubHttpServer } from '../support/stub-http-server.ts';

test('what somebody had sent when they died: passed on before the wire is quiet', async () => {
  const target = await stubHttpServer((response) => response.end());
  const wire = await openWire({ target: () => target.origin, at: () => 'go' });
  onTestFinished(async () => void (await Promise.all([wire.close(), target.close()])));

  sayLastWords('posted', wire.origin);
  await wire.quiet();

  expect(target.requests.map(({ body }) => body)).toEqual(['posted']);
});

/** By a process that is dead before this one can look at its connections again. */
function sayLastWords(words: string, origin: string): void {
  const { hostname, port } = new URL(origin);
  const request = `POST / HTTP/1.1\r\nhost: slack\r\ncontent-length: ${words.length}\r\n\r\n${words}`;
  const script = `require('node:net').connect(${port}, '${hostname}').write(${JSON.stringify(request)}, () => process.kill(process.pid, 'SIGKILL'))`;
  const { signal } = spawnSync(process.execPath, ['-e', script]);
  expect(signal).toBe('SIGKILL');
}
