import type { MeetingEvent } from '../../src/domain/meeting-event.ts';
import type { MeetingRoom, Meetings, RoomOrder } from '../../src/usecases/ports/meetings.ts';

/** What can be told with that kind. */
export type EventOf<Kind, Event extends MeetingEvent = MeetingEvent> = Event extends unknown
  ? Kind extends Event['kind']
    ? Event
    : never
  : never;

/** Somebody in a room. */
export interface Visitor {
  leave(): Promise<void>;
}

/** A provider in front of a server of its own, with people who come and go. Closed when the test is over. */
export interface OpenedProvider {
  readonly meetings: Meetings;
  /** By the provider's clock. Epoch milliseconds. */
  now(): number;
  advance(ms: number): void;
  /** A wish for a room whose callbacks are taken in. */
  order(changes?: Partial<RoomOrder>): RoomOrder;
  /** Through the door a guest or the host uses. */
  join(room: MeetingRoom, person: { readonly name: string; readonly host: boolean }): Promise<Visitor>;
  /** Everything callbacks have told so far, in the order in which it came. */
  readonly told: readonly MeetingEvent[];
  /** Resolves with the first event of that kind, told or to be told. */
  happened<Kind extends MeetingEvent['kind']>(kind: Kind): Promise<EventOf<Kind>>;
}

/** `uploadDelayMs`: how long a recording is not there yet after its end. Default: not at all. */
export type OpenProvider = (options?: { readonly uploadDelayMs?: number }) => Promise<OpenedProvider>;
