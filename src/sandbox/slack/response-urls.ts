import { randomBytes, randomInt } from 'node:crypto';
import type { Message } from './message.ts';
import { SlackError } from './slack-error.ts';
import { TEAM } from './world.ts';

const USES = 5;
const VALID_MS = 30 * 60_000;

/** Where answers through a response URL go. */
export interface ReplyTarget {
  readonly userId: string;
  readonly channelId: string;
  /** The message whose button was clicked; a command has none. */
  readonly message?: Message;
}

interface Issued {
  readonly target: ReplyTarget;
  readonly at: number;
  uses: number;
}

/** Response URLs: five answers within half an hour, no token needed. */
export class ResponseUrls {
  readonly #now: () => number;
  readonly #origin: string;
  readonly #issued = new Map<string, Issued>();

  /** @param now epoch milliseconds */
  constructor(now: () => number, origin: string) {
    this.#now = now;
    this.#origin = origin;
  }

  issue(target: ReplyTarget): string {
    const kind = target.message ? 'actions' : 'commands';
    const secret = randomBytes(18).toString('base64url');
    const path = `/${kind}/${TEAM.id}/${randomInt(1e9, 1e12)}/${secret}`;
    this.#issued.set(path, { target, at: this.#now(), uses: 0 });
    return this.#origin + path;
  }

  /** The target behind a URL's path. Throws SlackError `no_service`, `expired_url`, `used_url`, each with status 404. */
  find(path: string): ReplyTarget {
    const issued = this.#issued.get(path);
    if (!issued) throw new SlackError('no_service', { status: 404 });
    if (this.#now() - issued.at > VALID_MS) throw new SlackError('expired_url', { status: 404 });
    if (issued.uses >= USES) throw new SlackError('used_url', { status: 404 });
    return issued.target;
  }

  /** Counts one answer. */
  use(path: string): void {
    const issued = this.#issued.get(path);
    if (issued) issued.uses++;
  }
}
