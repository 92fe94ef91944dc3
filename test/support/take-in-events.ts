import type { AddressInfo } from 'node:net';
import express from 'express';
import { onTestFinished, vi } from 'vitest';
import type { MeetingEvent } from '../../src/domain/meeting-event.ts';
import { closeServer, listen } from '../../src/http/listen.ts';
import { createLog } from '../../src/log.ts';
import type { Storage } from '../../src/usecases/ports/storage.ts';
import { mountCallbackDoor } from '../../src/vonage/callback-door.ts';
import type { ApplyEvent, CallbackWire } from '../../src/vonage/callback-wire.ts';
import type { EventOf, OpenedProvider } from './open-provider.ts';
import { openSqliteStore } from './open-sqlite-store.ts';

const TOKEN = 'an-application-token-of-this-test';

export interface TakenIn extends Pick<OpenedProvider, 'told' | 'happened'> {
  readonly callbackUrl: string;
}

interface Door {
  readonly wire: CallbackWire;
  readonly provider: string;
  /** Where the provider keeps what it remembers. Default: one of its own. */
  readonly storage?: Storage;
  /** What is done with what they told. Default: nothing. */
  readonly apply?: ApplyEvent;
}

/** A provider's own door for its callbacks, at the application's address, and what they told. */
export async function takeInEvents({ wire, provider, apply, ...given }: Door): Promise<TakenIn> {
  const told: MeetingEvent[] = [];
  const storage = given.storage ?? (await openSqliteStore()).storage;
  const app = express();
  mountCallbackDoor(app, wire, {
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
    callbackUrl: `http://127.0.0.1:${port}${wire.path}/${TOKEN}`,
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
