import { createServer } from 'node:net';

/** How many ports after the default one are tried. */
const TRIES = 20;

export interface ChosenPort {
  readonly port: number;
  /** The default was taken. */
  readonly moved: boolean;
}

/** The port an environment variable names, as it is; else the default or the next free one after it. */
export async function choosePort(
  named: string | undefined,
  usual: number,
  host: string,
): Promise<ChosenPort> {
  if (named !== undefined && named !== '') return { port: Number(named), moved: false };
  for (let port = usual; port < usual + TRIES; port++) {
    if (await isFree(port, host)) return { port, moved: port !== usual };
  }
  throw new Error(`No free port from ${usual} to ${usual + TRIES - 1}`);
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
