import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface StubHttpServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Everything that arrived, in order. */
  readonly requests: readonly SeenRequest[];
  /** Ends open connections too. */
  close(): Promise<void>;
}

/** A real server on a free port that answers as it is told. `index` counts the requests from 0. */
export async function stubHttpServer(
  answer: (response: ServerResponse, request: SeenRequest, index: number) => void,
): Promise<StubHttpServer> {
  const requests: SeenRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const { method = '', url = '', headers } = incoming;
    const body = Buffer.concat(await incoming.toArray()).toString();
    const request = { method, url, headers, body };
    answer(response, request, requests.push(request) - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with JSON; `undefined`: with no body. */
export function answerJson(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
