import { randomUUID } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import type { Log } from '../log.ts';

const CHANNEL = 'roomtone_jobs';

export interface Ear {
  close(): Promise<void>;
}

/** Tells other processes that there is work. A lost ring costs time only: everybody looks once a second anyway. */
export interface Bell {
  ring(): void;
  /** Rings of other processes, and what may have been missed while the connection was away. */
  listen(onRing: () => void): Promise<Ear | undefined>;
}

/**
 * By NOTIFY outside of the transactions that enqueue: inside, it makes all of them commit one after the other, which
 * cost four of ten. However many rings come together, one is under way at a time.
 */
export function postgresBell(boss: PgBoss, log: Log): Bell {
  const us = randomUUID();
  let ringing = false;
  let ringAgain = false;

  async function ring(): Promise<void> {
    ringAgain = true;
    if (ringing) return;
    ringing = true;
    while (ringAgain) {
      ringAgain = false;
      try {
        await boss.getDb().executeSql('select pg_notify($1, $2)', [CHANNEL, us]);
      } catch (error) {
        log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'the bell did not ring');
      }
    }
    ringing = false;
  }

  return {
    ring: () => void ring(),
    async listen(onRing) {
      const isOther = (sender: string) => sender !== us;
      return boss.getDb().listen?.(CHANNEL, (sender) => isOther(sender) && onRing(), onRing);
    },
  };
}
