import { hash, timingSafeEqual } from 'node:crypto';
import express, { type ErrorRequestHandler, type Express, type Request } from 'express';
import type { Clock } from '../clock.ts';
import type { MeetingEvent } from '../domain/meeting-event.ts';
import type { Room } from '../domain/room.ts';
import { AppError, AuthenticityError, MalformedError, NotFoundError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Storage, Tables } from '../usecases/ports/storage.ts';
import type { ApplyEvent, CallbackWire } from './callback-wire.ts';
import { verifyCallback } from './verify.ts';

const BODY_LIMIT = '256kb';

export interface CallbackOptions {
  readonly storage: Storage;
  readonly apply: ApplyEvent;
  readonly provider: string;
  /** Tokens for callback addresses set on the Vonage application. */
  readonly applicationTokens: readonly string[];
  /** Empty: signatures are not required. */
  readonly signatureSecrets: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
  /** Sees every callback, also those that were refused. */
  readonly onCallback?: (report: CallbackReport) => void;
}

/** What became of a callback, for metrics: few words each. */
export interface CallbackReport {
  /** What it tells; `unknown` for a kind we do not know, and when it was refused before it was read. */
  readonly kind: MeetingEvent['kind'] | 'unknown';
  /** `applied`, `seen` before, `ignored`, or the code of the error that it was refused with. */
  readonly outcome: string;
}

/**
 * `POST <path>/:token`. `doneStatus`: done, also for what was seen before or is of no known kind · 400 malformed ·
 * 401 wrong signature · 404 wrong token · 413 too large · 503 not signed although it must be, or storage down.
 */
export function mountCallbackDoor(app: Express, wire: CallbackWire, given: CallbackOptions): void {
  const { onCallback = () => {}, apply } = given;
  const options = { ...given, apply: wire.around?.(apply) ?? apply };
  const raw = express.raw({ type: () => true, limit: BODY_LIMIT });
  app.post(`${wire.path}/:token`, raw, async (request: CallbackRequest, response) => {
    const { status, kind = 'unknown', ...told } = await receive(wire, options, request);
    // For the request's log line.
    response.locals['told'] = told;
    response.status(status).end();
    onCallback({ kind, outcome: told.outcome });
  });
  app.use(wire.path, refuseUnread(onCallback));
}

type CallbackRequest = Request<{ token: string }>;

interface Received {
  readonly status: number;
  readonly outcome: string;
  readonly kind?: CallbackReport['kind'];
  /** As the sender calls it. */
  readonly event?: string;
}

async function receive(
  wire: CallbackWire,
  options: CallbackOptions,
  request: CallbackRequest,
): Promise<Received> {
  try {
    return { status: wire.doneStatus, ...(await accept(wire, options, request)) };
  } catch (error) {
    if (error instanceof AppError) return { status: statusOf(error), outcome: error.code };
    options.log.error({ err: error }, 'a callback could not be stored');
    return { status: 503, outcome: 'storage_down' };
  }
}

async function accept(
  wire: CallbackWire,
  options: CallbackOptions,
  request: CallbackRequest,
): Promise<Omit<Received, 'status'>> {
  const { storage, provider, clock } = options;
  const { token } = request.params;
  const reading = read(wire, options, request);
  // A signature takes time to check, for which no transaction should be held.
  await Promise.allSettled([reading]);
  return storage.transaction(async (tables) => {
    // The address first: who doesn't know one hears 404, whatever they send.
    const isApplication = options.applicationTokens.some((one) => isSame(one, token));
    const room = isApplication ? undefined : await roomOf(tables, token, wire);
    const { event, jti } = await reading;
    if (event.kind === 'unknown') return { outcome: 'ignored', kind: 'unknown', event: event.event };
    const now = clock.now();
    const isNew = jti === undefined || (await tables.inbox.accept(`jti:${jti}`, 'signature', now));
    const outcome = isNew ? await options.apply(tables, { event, provider, room, now }) : 'seen';
    return { outcome, kind: event.kind, event: event.kind };
  });
}

async function read(wire: CallbackWire, options: CallbackOptions, request: CallbackRequest) {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const signature = await signatureOf(options, request.get('authorization'), body);
  return { event: wire.parse(body), jti: signature?.jti };
}

async function roomOf({ rooms }: Tables, token: string, wire: CallbackWire): Promise<Room> {
  const room = wire.hasRoomTokens ? await rooms.findByToken(hash('sha256', token)) : undefined;
  if (room === undefined)
    throw new NotFoundError('callback_token_unknown', 'No room has this callback token');
  return room;
}

async function signatureOf(
  { signatureSecrets: secrets, clock }: CallbackOptions,
  authorization: string | undefined,
  body: Buffer,
) {
  return secrets.length === 0
    ? undefined
    : verifyCallback({ authorization, body, secrets, now: clock.now() });
}

function statusOf(error: AppError): number {
  if (error instanceof MalformedError) return 400;
  if (error instanceof NotFoundError) return 404;
  // Vonage repeats an unsigned callback, signed this time, when it is answered 5xx.
  if (error instanceof AuthenticityError) return error.code === 'signature_missing' ? 503 : 401;
  return 503;
}

/** For a request whose body, encoding or address could not even be read. */
function refuseUnread(onCallback: NonNullable<CallbackOptions['onCallback']>): ErrorRequestHandler {
  return (error, _request, response, next) => {
    const status = error instanceof Error && 'status' in error ? Number(error.status) : 0;
    if (status < 400 || status >= 500) return next(error);
    const isTooLarge = status === 413;
    onCallback({ kind: 'unknown', outcome: isTooLarge ? 'too_large' : 'unreadable' });
    response.status(isTooLarge ? 413 : 400).end();
  };
}

const sha256 = (text: string) => hash('sha256', text, 'buffer');
const isSame = (one: string, other: string) => timingSafeEqual(sha256(one), sha256(other));
