import type { CallMessage, CallStart, CallView } from '../../src/sandbox/video/call-protocol.ts';
import { type Answer, type Json, request } from './sandbox-client.ts';
import type { SandboxVideo } from './sandbox-video.ts';

/** A page in a session of the sandbox's, by what it sends and hears; nothing is drawn. */
export interface CallPage extends CallStart {
  readonly heard: readonly CallMessage[];
  /** How the session looks to the page now. */
  view(): CallView | undefined;
  put(path: string, body: Json): Promise<Answer>;
  /** As if its tab had crashed. */
  vanish(): void;
}

/** A request to `/_call`. */
export function postCall(
  { video }: SandboxVideo,
  path: string,
  { body, token }: { readonly body?: unknown; readonly token?: string } = {},
): Promise<Answer> {
  return request('POST', `${video.url}/_call${path}`, { body, authorization: token && `Bearer ${token}` });
}

/** A page that has connected with a client token of the application's, and listens. */
export async function openCallPage(
  sandbox: SandboxVideo,
  sessionId: string,
  claims: Json = {},
): Promise<CallPage> {
  const token = await sandbox.clientToken(sessionId, claims);
  const { applicationId, video } = sandbox;
  const { body } = await postCall(sandbox, '/lines', { body: { applicationId, sessionId }, token });
  const { participantId, key } = body as Json & CallStart;
  const line = `${video.url}/_call/lines/${key}`;
  const heard: CallMessage[] = [];
  const hangUp = new AbortController();
  const listening = await fetch(`${line}/messages`, { signal: hangUp.signal });
  void readEvents(listening, heard).catch(() => undefined);
  return {
    participantId,
    key,
    heard,
    view: () => heard.flatMap((message) => (message.type === 'view' ? [message.view] : [])).at(-1),
    put: (path, state) => request('PUT', line + path, { body: state }),
    vanish: () => hangUp.abort(),
  };
}

async function readEvents(response: Response, heard: CallMessage[]): Promise<void> {
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const events = (text + chunk).split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) if (event.startsWith('data: ')) heard.push(JSON.parse(event.slice(6)));
  }
}
