/*
 * Glossary (one word per concept, everywhere)
 * - room: a meeting room made by /meet, tied to the Slack channel it was made in
 * - host: the person who made the room (or was handed it)
 * - session: one meeting in a room: first participant joins … last leaves
 * - recording: one recording of a session: started → ended → uploaded or failed → deleted / gone
 * - callback: an HTTP request from the Meetings API to us
 * - event: an HTTP request from Slack's Events API to us
 * - post: a message of ours in Slack, remembered as { channelId, messageTs } with its stage
 * - job: a unit of deferred work, stored before anything is acknowledged
 * - lane: what one job at a time may touch: a channel, a room, a recording
 * - pause: "not before": a channel's 1 message/s, a Retry-After
 * - inbox: what we have already accepted, so that twice is once
 */

/** What a callback told us, in our own words. Times are epoch milliseconds; all of it is a hint until read back. */
export type MeetingEvent =
  | { readonly kind: 'room-expired'; readonly providerRoomId: string; readonly expiresAt: number | null }
  | {
      readonly kind: 'session-started';
      readonly sessionId: string;
      readonly providerRoomId: string | null;
      readonly startedAt: number | null;
    }
  | {
      readonly kind: 'session-ended';
      readonly sessionId: string;
      readonly providerRoomId: string | null;
      readonly startedAt: number | null;
      readonly endedAt: number | null;
    }
  | {
      readonly kind: 'participant-joined' | 'participant-left';
      readonly sessionId: string;
      readonly providerRoomId: string | null;
      readonly participantId: string;
      readonly name: string;
      readonly isHost: boolean;
    }
  | ({
      readonly kind: 'recording-failed';
      /** In the provider's own words; null: it does not say. */
      readonly reason: string | null;
    } & RecordingTold)
  | ({
      readonly kind: 'recording-started' | 'recording-ended' | 'recording-uploaded' | 'recording-expired';
    } & RecordingTold);

interface RecordingTold {
  readonly recordingId: string;
  readonly sessionId: string;
  readonly providerRoomId: string | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** Never cross-checked against start and end: the specification's own example contradicts itself. */
  readonly durationSeconds: number | null;
}
