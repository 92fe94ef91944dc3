import { createServer } from 'node:net';

/**
 * Ports that no system hands out by itself (Linux: from 32,768; others: from 49,152): nothing that listens on port 0, and
 * no connection, gets one of them by chance between their being found free and their being used.
 */
const FIRST = 11_000;
/** Test files that run at the same time choose from ranges of their own. */
const PER_WORKER = 1_000;

const range = FIRST + (Number(process.env['VITEST_POOL_ID'] ?? 1) % 20) * PER_WORKER;
/** Runs at the same time begin elsewhere in the range. */
let next = process.pid;

/** A port of 127.0.0.1 nobody listens on, and nobody else is given soon. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < PER_WORKER; tries++) {
    const port = range + (next++ % PER_WORKER);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port from ${range} on`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
