import type { Capabilities } from '../../domain/capabilities.ts';
import type { StorageFacts } from '../../domain/recording-answer.ts';
import type { RoomPlan } from '../../domain/room.ts';

/** A room at the provider. `hostUrl` is a bearer secret: use it at once, never store or log it. */
export interface MeetingRoom {
  readonly providerRoomId: string;
  readonly expiresAt: number | null;
  readonly hostUrl: string;
  readonly guestUrl: string;
  /** A long-term room that closes after its session. */
  readonly closesAfterSession: boolean;
  /** Our room key, as the provider gave it back. */
  readonly roomKey: string | null;
}

export interface MeetingRecording {
  readonly recordingId: string;
  readonly sessionId: string;
  /** Can be opened and deleted. */
  readonly uploaded: boolean;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** Why there is no video and will be none, in the provider's own words; left out: it has not failed. */
  readonly failure?: string;
  /** A short-lived bearer link, minted by this read; null before it is uploaded. Never store or log it. */
  readonly url: string | null;
  /** When that link stops working, as the link itself tells; null when it does not. */
  readonly urlExpiresAt: number | null;
}

export interface RoomOrder extends RoomPlan {
  readonly roomKey: string;
  /** Null: an instant room. */
  readonly closesAt: number | null;
  /** The one address for this room's callbacks. */
  readonly callbackUrl: string;
}

/** How a look through the provider's rooms went. */
export interface RoomSearch {
  readonly room: MeetingRoom | undefined;
  /** Where rooms made later will stand at the earliest; null: the provider does not tell. */
  readonly reached: number | null;
  /** False: the list goes on from there. */
  readonly isComplete: boolean;
}

/** How long a long-term room is open. Epoch milliseconds. */
export type RoomClosing = Pick<MeetingRoom, 'expiresAt' | 'closesAfterSession'>;

/** Recording as its host starts and stops it from outside the room. Both are repeated without harm. */
export interface Recorder {
  /** `already-on`: something is being recorded; `nobody-in`: nobody is there to be. */
  start(sessionId: string): Promise<'started' | 'already-on' | 'nobody-in'>;
  /** Nothing happens when it has stopped already. */
  stop(recordingId: string): Promise<void>;
}

/** What any provider must do, in our words. Errors are those of `errors.ts` with `service: 'meetings'`. */
export interface Meetings {
  readonly can: Capabilities;
  /** Rooms it takes at the most, of all workspaces together; left out: any number. */
  readonly roomLimit?: number;
  /** Set where recording, if it is offered, is started and stopped for people; left out: they do so in the room. */
  readonly recorder?: Recorder;
  /** Never repeated by itself: there is no idempotency key. */
  createRoom(order: RoomOrder): Promise<MeetingRoom>;
  /** Throws NotFoundError when the provider does not (or no longer) know it. */
  getRoom(providerRoomId: string): Promise<MeetingRoom>;
  /** Looks through the provider's rooms, from a place in its list on, for the one that carries our key. */
  findRoom(roomKey: string, from: number | null): Promise<RoomSearch>;
  /**
   * Changes a long-term room and gives it as it then is; the same change again changes nothing. `expiresAt` lies more
   * than 10 minutes ahead. Throws NotFoundError for a room that is closed, UpstreamRejectedError for an instant room.
   */
  changeRoom(providerRoomId: string, change: Partial<RoomClosing>): Promise<MeetingRoom>;
  /** Throws NotFoundError when there is no such recording. */
  getRecording(recordingId: string): Promise<MeetingRecording>;
  /** Every recording of a session, ended or not; empty also for a session the provider does not know. */
  listSessionRecordings(sessionId: string): Promise<readonly MeetingRecording[]>;
  /** `gone` when there was nothing to delete; `too-early` when it is not uploaded yet. */
  deleteRecording(recordingId: string): Promise<'deleted' | 'gone' | 'too-early'>;
  readonly storage: StorageFacts;
  /** A session in which nobody has been for so long is over, whether its end is told or not. */
  readonly sessionEndsAfterMs: number;
}
