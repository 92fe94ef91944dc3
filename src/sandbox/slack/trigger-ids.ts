import { randomBytes, randomInt } from 'node:crypto';
import { SlackError } from './slack-error.ts';

const VALID_MS = 3000;

/** Whose act it was. */
export interface Triggered {
  readonly userId: string;
  /** Where; undefined for an act outside every conversation. */
  readonly channelId?: string | undefined;
  /** In a dialog: only from there another one can be put on top. */
  readonly inDialog?: boolean;
}

interface Issued extends Triggered {
  readonly at: number;
  used: boolean;
}

/** Trigger ids: each opens one dialog within three seconds of the person's act. */
export class TriggerIds {
  readonly #now: () => number;
  readonly #issued = new Map<string, Issued>();

  /** @param now epoch milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  issue(act: Triggered): string {
    const id = `${randomInt(1e9, 1e12)}.${randomInt(1e9, 1e12)}.${randomBytes(16).toString('hex')}`;
    this.#issued.set(id, { ...act, at: this.#now(), used: false });
    return id;
  }

  /** Throws SlackError `invalid_trigger_id`, `expired_trigger_id`, `exchanged_trigger_id`. */
  redeem(id: string): Triggered {
    const trigger = this.#issued.get(id);
    if (!trigger) throw new SlackError('invalid_trigger_id');
    if (trigger.used) throw new SlackError('exchanged_trigger_id');
    if (this.#now() - trigger.at > VALID_MS) throw new SlackError('expired_trigger_id');
    trigger.used = true;
    return trigger;
  }
}
