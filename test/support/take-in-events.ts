import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { onTestFinished, vi } from 'vitest';
import type { MeetingEvent } from '../../src/domain/meeting-event.ts';
import { closeServer, listen } from '../../src/http/listen.ts';
import { createLog } from '../../src/log.ts';
import type { Storage } from '../../src/usecases/ports.ts';
import type { CallbackOptions } from '../../src/vonage/callback-door.ts';
import type { EventOf, OpenedProvider } from './open-provider.ts';
import { openSqliteStore } from './open-sqlite-store.ts';

const TOKEN = 'an-application-token-of-this-test';

export interface TakenIn extends Pick<OpenedProvider, 'told' | 'happened'> {
  readonly callbackUrl: string;
}

interface Door {
  readonly path: string;
  readonly provider: string;
  mount(app: Express, options: CallbackOptions): void;
  /** Where the provider keeps what it remembers. Default: one of its own. */
  readonly storage?: Storage;
  /** What is done with what they told. Default: nothing. */
  readonly apply?: CallbackOptions['apply'];
}

/** A provider's own door for its callbacks, at the application's address, and what they told. */
export async function takeInEvents({ path, provider, mount, apply, ...given }: Door): Promise<TakenIn> {
  const told: MeetingEvent[] = [];
  const storage = given.storage ?? (await openSqliteStore()).storage;
  const app = express();
  mount(app, {
    ...{ storage, provider, clock: { now: Date.now }, log: createLog('silent') },
    ...{ applicationTokens: [TOKEN], signatureSecrets: [], onCallback: () => {} },
    async apply(tables, delivery) {
      told.push(delivery.event);
      return apply?.(tables, delivery) ?? 'applied';
    },
  });
  const server = await listen(app, { HOST: '127.0.0.1', PORT: 0 });
  onTestFinished(() => closeServer(server, 0));
  const { port } = server.address() as AddressInfo;
  return {
    callbackUrl: `http://127.0.0.1:${port}${path}/${TOKEN}`,
    told,
    happened: <Kind extends MeetingEvent['kind']>(kind: Kind) =>
      vi.waitFor(
        () => {
          const event = told.find((one) => one.kind === kind);
          if (event === undefined) throw new Error(`Nobody told of ${kind}`);
          return event as EventOf<Kind>;
        },
        { timeout: 10_000, interval: 5 },
      ),
  };
}
