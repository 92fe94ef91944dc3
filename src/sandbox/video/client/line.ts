import type { CallEnd, ConnectFault, Ticket } from '../../../video/page/video-client.ts';
import type { CallMessage, CallStart, CallView } from '../call-protocol.ts';

/** The server this module came from. */
const SERVER = new URL('/_call', import.meta.url).href;

/** A line that is not mended in this time is lost. */
const MENDING_MS = 15_000;

/** Browsers allow 64 kB of requests that outlive their page. */
const KEPT_ALIVE_BYTES = 60_000;

export interface LineHandlers {
  view(view: CallView): void;
  muted(): void;
  connection(isUp: boolean): void;
  ended(reason: CallEnd): void;
}

/** What goes from this page to the server and back. */
export interface Line {
  readonly participantId: string;
  listen(handlers: LineHandlers): void;
  /** Rejects with an Error when the server refuses, or can't be reached. */
  send(method: string, path: string, body?: unknown): Promise<void>;
  /** Adds to a video this page makes for an archive. A small chunk arrives even when the page is closed meanwhile. */
  sendPart(part: { readonly archiveId: string; readonly partId: string }, chunk: Blob): Promise<void>;
  pictureUrl(pictureId: string): string;
  /** Hears nothing any more. */
  hangUp(): void;
  /** Arrives even while the page is being closed. */
  leave(): Promise<void>;
}

/** Rejects with an Error whose name is a {@link ConnectFault}. */
export async function openLine({ token, applicationId, sessionId }: Ticket): Promise<Line> {
  const response = await fetch(`${SERVER}/lines`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ applicationId, sessionId }),
  }).catch((cause: unknown) => {
    throw fault('UnreachableError', cause);
  });
  if (!response.ok) throw fault(response.status < 500 ? 'RefusedError' : 'UnreachableError');
  const { participantId, key }: CallStart = await response.json();
  const line = `${SERVER}/lines/${key}`;
  let events: EventSource | undefined;

  return {
    participantId,
    listen(handlers) {
      events = listenTo(`${line}/messages`, handlers);
    },
    async send(method, path, body) {
      const isPicture = body instanceof Blob;
      const answer = await fetch(line + path, {
        method,
        ...(body !== undefined && { body: isPicture ? body : JSON.stringify(body) }),
        ...(body !== undefined && !isPicture && { headers: { 'content-type': 'application/json' } }),
      });
      if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}`);
    },
    async sendPart({ archiveId, partId }, chunk) {
      const answer = await fetch(`${SERVER}/archives/${archiveId}/parts/${partId}`, {
        method: 'POST',
        body: chunk,
        keepalive: chunk.size < KEPT_ALIVE_BYTES,
      });
      if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}`);
    },
    pictureUrl: (pictureId) => `${SERVER}/streams/${pictureId}/picture`,
    hangUp: () => events?.close(),
    async leave() {
      await fetch(`${line}/leave`, { method: 'POST', keepalive: true }).catch(() => undefined);
    },
  };
}

function listenTo(url: string, handlers: LineHandlers): EventSource {
  const events = new EventSource(url);
  let isUp = true;
  let mending: ReturnType<typeof setTimeout> | undefined;
  const lose = (): void => {
    events.close();
    handlers.ended('lost');
  };
  events.addEventListener('open', () => {
    clearTimeout(mending);
    if (!isUp) handlers.connection(true);
    isUp = true;
  });
  events.addEventListener('error', () => {
    // The server does not know the line any more.
    if (events.readyState === EventSource.CLOSED) return lose();
    if (!isUp) return;
    isUp = false;
    handlers.connection(false);
    mending = setTimeout(lose, MENDING_MS);
  });
  events.addEventListener('message', ({ data }) => {
    const message: CallMessage = JSON.parse(data);
    if (message.type === 'view') handlers.view(message.view);
    else if (message.type === 'muted') handlers.muted();
    else handlers.ended('removed');
  });
  return events;
}

function fault(name: ConnectFault, cause?: unknown): Error {
  return Object.assign(new Error('The session could not be joined', { cause }), { name });
}
