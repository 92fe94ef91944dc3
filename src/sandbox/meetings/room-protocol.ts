/** What the room page and the server tell each other, under `/_room`. */

export interface RecordingRule {
  /** `automatic` can't be stopped; `manual` is started and stopped by the people in the room. */
  readonly mode: 'automatic' | 'manual' | 'off';
  readonly hostOnly: boolean;
}

/** What stands at the door before one joins. */
export interface DoorView {
  /** `waiting`: a long-term room whose meeting ended, which only its host can start again. */
  readonly state: 'open' | 'waiting' | 'expired' | 'unknown';
  readonly title: string;
  readonly isHost: boolean;
  readonly recording: RecordingRule;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly isHost: boolean;
  readonly hasCamera: boolean;
}

/** The room as somebody in it sees it. */
export interface RoomView {
  readonly people: readonly PersonView[];
  readonly recording: RecordingRule;
  /** The recording that is being made. */
  readonly recordingId: string | null;
}

/** What there is to watch for somebody who has left. */
export interface ReplayView {
  /** `in-session`: others are still in the room · `none`: nothing was recorded. */
  readonly state: 'in-session' | 'uploading' | 'ready' | 'none';
  /** Oldest first. The URLs are signed and work for ten minutes. */
  readonly videos: readonly { readonly recordingId: string; readonly url: string }[];
}
