import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { onTestFinished } from 'vitest';

const SOCKET = '.s.PGSQL.5432';
/** Source: Postgres' manual, "Message Formats": NotificationResponse. */
const NOTIFICATION = 'A'.charCodeAt(0);
const HEADER_BYTES = 5;

/** The same database, through a pooler that keeps notifications to itself. `url`: of one reached by a socket. */
export async function deafPostgres(url: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-deaf-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const target = join(new URL(url).searchParams.get('host') ?? '', SOCKET);
  const sockets: Socket[] = [];
  const server = createServer((client) => {
    const postgres = connect(target);
    for (const socket of [client, postgres]) sockets.push(socket.on('error', () => undefined));
    client.pipe(postgres);
    postgres.pipe(withoutNotifications()).pipe(client);
  });
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  await new Promise<void>((resolve) => server.listen(join(folder, SOCKET), resolve));
  const address = new URL(url);
  address.searchParams.set('host', folder);
  return address.href;
}

/** Everything a server says is one byte for the kind, four for the length that follows, and the rest. */
function withoutNotifications(): Transform {
  let rest = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      rest = Buffer.concat([rest, chunk]);
      while (rest.length >= HEADER_BYTES && rest.length > rest.readUInt32BE(1)) {
        const end = rest.readUInt32BE(1) + 1;
        if (rest[0] !== NOTIFICATION) this.push(rest.subarray(0, end));
        rest = rest.subarray(end);
      }
      done();
    },
  });
}
