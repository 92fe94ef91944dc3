import type { Response } from 'express';
import type { WorkspaceView } from '../protocol.ts';

const GATHER_MS = 50;
const LOOK_AGAIN_MS = 1000;

type Look = () => WorkspaceView;

/**
 * Sends views as server-sent events: at once, and whenever they have changed, at most one in 50 ms. Some of it changes
 * without a word (the app starts, a guest joins), so it also looks by itself once a second; unchanged, that is a heartbeat.
 */
export class ViewStream {
  readonly #viewers = new Map<Response, { readonly look: Look; sent: string }>();
  readonly #looking: NodeJS.Timeout;
  #gathering: NodeJS.Timeout | undefined;

  constructor() {
    this.#looking = setInterval(() => this.#sendAll(':\n\n'), LOOK_AGAIN_MS);
  }

  open(response: Response, look: Look): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    this.#viewers.set(response, { look, sent: '' });
    response.once('close', () => this.#viewers.delete(response));
    this.#send(response, '');
  }

  changed(): void {
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      this.#sendAll('');
    }, GATHER_MS);
  }

  close(): void {
    clearInterval(this.#looking);
    clearTimeout(this.#gathering);
    for (const response of this.#viewers.keys()) response.end();
  }

  #sendAll(unchanged: string): void {
    for (const response of this.#viewers.keys()) this.#send(response, unchanged);
  }

  #send(response: Response, unchanged: string): void {
    const viewer = this.#viewers.get(response);
    if (!viewer) return;
    const view = JSON.stringify(viewer.look());
    response.write(view === viewer.sent ? unchanged : `data: ${view}\n\n`);
    viewer.sent = view;
  }
}
