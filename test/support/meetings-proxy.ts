import type { ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { type Roomtone, type RoomtoneOptions, roomtone } from './roomtone.ts';
import { answerJson, type SeenRequest, stubHttpServer } from './stub-http-server.ts';

export interface ProxyAnswer {
  readonly status: number;
  /** Parsed JSON, undefined when there is none; text is sent as a web page. */
  readonly body: unknown;
}

/** Answers a call in the service's place, passes it on first, or hangs up. `what`: `DELETE /recordings/…`. */
export type Interception = (
  what: string,
  passOn: () => Promise<ProxyAnswer>,
) => Promise<ProxyAnswer | 'hang up'>;

/** What stands between the app and the Meetings API. */
export interface MeetingsProxy {
  intercept: Interception;
}

/** An app that reaches the Meetings API through a proxy, which at first changes nothing. */
export async function roomtoneBehindProxy(
  options: RoomtoneOptions = {},
): Promise<{ readonly app: Roomtone; readonly proxy: MeetingsProxy }> {
  const proxy: MeetingsProxy = { intercept: (_what, passOn) => passOn() };
  let target = '';
  const server = await stubHttpServer(async (response, request) => {
    const what = `${request.method} ${request.url}`;
    answer(response, await proxy.intercept(what, () => forward(target, request)));
  });
  onTestFinished(server.close);
  const app = await roomtone({ ...options, env: { ...options.env, MEETINGS_API_URL: server.origin } });
  target = app.meetings.apiUrl;
  return { app, proxy };
}

async function forward(target: string, { method, url, headers, body }: SeenRequest): Promise<ProxyAnswer> {
  const response = await fetch(target + url, {
    method,
    headers: { authorization: String(headers.authorization), 'content-type': 'application/json' },
    ...(body === '' ? {} : { body }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

function answer(response: ServerResponse, given: ProxyAnswer | 'hang up'): void {
  if (given === 'hang up') response.destroy();
  else if (typeof given.body === 'string') {
    response.writeHead(given.status, { 'content-type': 'text/html' }).end(given.body);
  } else answerJson(response, given.status, given.body);
}
