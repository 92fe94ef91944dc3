import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Resolves to the port; 0 takes any free one. Rejects when the port is taken. */
export function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}
