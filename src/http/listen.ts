import type { Server } from 'node:http';
import type { Express } from 'express';
import { ConfigError } from '../errors.ts';

export interface ListenOptions {
  /** 0: any free one. */
  readonly PORT: number;
  readonly HOST: string;
}

/** Longer than proxies keep idle connections: a command sent on one that is just closing would be lost. */
const KEEP_ALIVE_MS = 75_000;

/** Rejects with ConfigError when this process can't have that address: that is for the operator to settle. */
export function listen(app: Express, { PORT, HOST }: ListenOptions): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(PORT, HOST, (error) => (error ? reject(asProblem(error)) : resolve(server)));
    server.keepAliveTimeout = KEEP_ALIVE_MS;
  });
}

function asProblem(error: Error): Error {
  const fix = 'Stop what uses that port, or set another PORT (or HOST).';
  return 'syscall' in error ? new ConfigError([`Nothing can listen there: ${error.message}. ${fix}`]) : error;
}

/** Takes no more requests, and gives those that are being answered so much time. */
export function closeServer(server: Server | undefined, answerMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (server === undefined) return resolve();
    server.close(() => resolve());
    setTimeout(() => server.closeAllConnections(), answerMs).unref();
  });
}
