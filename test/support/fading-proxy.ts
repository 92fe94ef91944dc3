import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A wire in front of a server. */
export interface FadingProxy {
  readonly port: number;
  /** Connections that stand go silent without being closed, as when a firewall has forgotten them; new ones work. */
  fade(): void;
  /** Bytes that went into silence. */
  swallowed(): number;
}

/** Passes everything on to that port of this machine. */
export async function fadingProxy(targetPort: () => number): Promise<FadingProxy> {
  const pairs = new Set<{ readonly client: Socket; readonly target: Socket }>();
  let swallowed = 0;
  const server = createServer((client) => {
    const target = connect(targetPort(), '127.0.0.1');
    const pair = { client, target };
    pairs.add(pair);
    for (const socket of [client, target]) socket.on('error', () => undefined);
    client.pipe(target).pipe(client);
    client.once('close', () => pairs.delete(pair));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const { client, target } of pairs) for (const socket of [client, target]) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    port: (server.address() as { port: number }).port,
    fade() {
      for (const { client, target } of pairs) {
        client.unpipe(target);
        target.unpipe(client);
        client.on('data', (bytes) => {
          swallowed += bytes.length;
        });
        client.resume();
      }
    },
    swallowed: () => swallowed,
  };
}
