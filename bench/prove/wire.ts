import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Agent, request } from 'undici';

/** `sent`: asked, nothing has been done yet. `done`: done, the asker does not know. `heard`: the answer is out. */
export type Moment = 'sent' | 'done' | 'heard';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** One request that goes over a wire. */
export interface Exchange {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** From `done` on. */
  readonly answer?: Answer;
}

/** `cut`: the asker gets no answer, and what has not been passed on never is. An answer: instead of the server's own. */
export type Verdict = 'go' | 'cut' | Answer;

export interface Wire {
  readonly origin: string;
  /** Resolves once whoever asked is dead, and all that they had sent by then has been done. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export interface WireOptions {
  /** Origin of the server at the other end. */
  readonly target: () => string;
  readonly at: (exchange: Exchange, moment: Moment) => Verdict;
}

const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'expect']);
const HOST = '127.0.0.1';
const LOOK_EVERY_MS = 10;

/** Stands between a client and a server: sees every request at three moments, and can end it at each of them. */
export async function openWire({ target, at }: WireOptions): Promise<Wire> {
  const agent = new Agent({ connections: 128 });
  const sockets = new Set<Socket>();
  let underWay = 0;

  async function serve(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const exchange = await read(asked);
    const verdict = at(exchange, 'sent');
    if (verdict === 'cut') return void response.destroy();
    const answer = verdict === 'go' ? await pass(exchange) : verdict;
    const done = { ...exchange, answer };
    if (at(done, 'done') === 'cut') return void response.destroy();
    response.writeHead(answer.status, withoutHops(answer.headers));
    response.end(answer.body, () => at(done, 'heard'));
  }

  async function pass({ method, path, headers, body }: Exchange): Promise<Answer> {
    const {
      statusCode,
      headers: given,
      body: answered,
    } = await request(target() + path, {
      method,
      headers: withoutHops(headers),
      body: body === '' ? null : body,
      dispatcher: agent,
    });
    return { status: statusCode, headers: given, body: await answered.text() };
  }

  const server = createServer((asked, response) => {
    underWay += 1;
    serve(asked, response)
      .catch(() => response.destroy())
      .finally(() => {
        underWay -= 1;
      });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    origin: `http://${HOST}:${port}`,
    async quiet() {
      await acceptWhatWaits(port);
      while (sockets.size > 0 || underWay > 0) await delay(LOOK_EVERY_MS);
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await agent.destroy();
    },
  };
}

/** Connections are accepted in order: once one of our own has been, so have all that the dead opened. */
async function acceptWhatWaits(port: number): Promise<void> {
  const own = connect(port, HOST).resume();
  own.end();
  await once(own, 'close');
}

async function read(asked: IncomingMessage): Promise<Exchange> {
  const chunks: Buffer[] = [];
  for await (const chunk of asked) chunks.push(chunk as Buffer);
  const { method = 'GET', url = '/', headers } = asked;
  return { method, path: url, headers, body: Buffer.concat(chunks).toString() };
}

function withoutHops(headers: Answer['headers']): Record<string, string | string[]> {
  const kept = Object.entries(headers).filter(
    ([name, value]) => value !== undefined && !HOP_BY_HOP.has(name),
  );
  return Object.fromEntries(kept) as Record<string, string | string[]>;
}
