import type { MeetingEvent } from '../domain/meeting-event.ts';
import type { Room } from '../domain/room.ts';
import type { Tables } from '../usecases/ports/storage.ts';

/** A callback of a kind we do not know. It is acknowledged and otherwise left alone. */
export interface UnknownEvent {
  readonly kind: 'unknown';
  /** As spelled by the sender, at most 200 characters. */
  readonly event: string;
}

/** Takes an event into the state; throws NotFoundError when the token's room has no business with it. */
export type ApplyEvent = (
  tables: Tables,
  delivery: { event: MeetingEvent; provider: string; room: Room | undefined; now: number },
) => Promise<'applied' | 'seen'>;

/** What of the callbacks of Vonage's APIs differs between them. */
export interface CallbackWire {
  /** Where they are sent to, followed by a token. */
  readonly path: string;
  /** The answer that the sender takes for "done". */
  readonly doneStatus: 200 | 204;
  /** Throws MalformedError, `bad_json` or `schema_mismatch`. */
  parse(body: Buffer): MeetingEvent | UnknownEvent;
  /** Whether rooms have tokens of their own. */
  readonly hasRoomTokens: boolean;
  /** What its events need before they are taken in. Default: nothing. */
  readonly around?: (apply: ApplyEvent) => ApplyEvent;
}
