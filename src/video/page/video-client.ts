/**
 * What the room page asks of whatever carries sound and pictures: Vonage's client SDK, or the sandbox's stand-in for it.
 * Each is a module of its own that exports {@link VideoClientModule}; the page imports the one whose URL its shell names.
 * Types only, because the two are bundled apart: nothing here exists at run time, so no `instanceof` either.
 */
export interface VideoClientModule {
  readonly videoClient: VideoClient;
}

export interface VideoClient {
  /**
   * Asks the browser for camera and microphone and opens what it gives. Never rejects. Asked again, it opens anew: stop
   * the former preview first.
   */
  checkDevices(): Promise<Devices>;
  /** Resolves once one is in the session. Rejects with an Error whose `name` is a {@link ConnectFault}. */
  connect(ticket: Ticket, handlers: CallHandlers): Promise<Call>;
}

/** `blocked`: not permitted, by the person or by the app that shows the page · `missing`: there is none, or another program has it. */
export type DeviceState = 'ready' | 'blocked' | 'missing';

export interface Devices {
  /** False: this browser can't take part at all; both devices are then `missing`. */
  readonly isSupported: boolean;
  readonly camera: DeviceState;
  readonly microphone: DeviceState;
  /** What the ready devices see and hear, for a mirror and a level meter. Null when neither is ready. */
  readonly preview: MediaStream | null;
  /** Closes the preview. */
  stop(): void;
}

/** From the page's door: `POST …/join`. */
export interface Ticket {
  readonly applicationId: string;
  readonly sessionId: string;
  /** The client token. Its `connection_data` is JSON `{name, isHost, participantId}`. */
  readonly token: string;
  /** Where the service is, when it is not where it usually is. */
  readonly apiUrl?: string;
}

/** `RefusedError`: the token is wrong or too old, or the session is over · `UnreachableError`: no answer. */
export type ConnectFault = 'RefusedError' | 'UnreachableError';

/** Somebody in the session, oneself included. */
export interface Participant {
  /** One per connection: whoever comes twice is two participants. */
  readonly id: string;
  /** As in the token's `connection_data`. */
  readonly name: string;
  readonly isHost: boolean;
  readonly isSelf: boolean;
}

/** A camera or a screen somebody shows, oneself included. A participant without a picture has none of these. */
export interface Picture {
  readonly id: string;
  readonly participantId: string;
  readonly kind: 'camera' | 'screen';
  /**
   * A `<video>` or `<canvas>` without controls and without a label, or a box that gets one; to be put into the page; always
   * the same for one picture.
   */
  readonly element: HTMLElement;
  /** False: only sound comes, the element has nothing to show. */
  readonly hasVideo: boolean;
  /** False: their microphone is off. */
  readonly hasAudio: boolean;
}

/** How a call ended that one did not leave. `removed`: by the host · `lost`: the connection broke and did not come back. */
export type CallEnd = 'removed' | 'lost';

/** Called in the order things happen, never before {@link VideoClient.connect} resolves for `ended`. */
export interface CallHandlers {
  /** Also for oneself and for those who were there before. */
  joined(participant: Participant): void;
  /** Their pictures have been hidden before. */
  left(participantId: string): void;
  /** A new picture, or a known one whose `hasVideo` or `hasAudio` changed. */
  shown(picture: Picture): void;
  hidden(pictureId: string): void;
  /** The recording light. Called at the beginning when a recording is being made already. */
  recording(isOn: boolean): void;
  /** The host has switched one's microphone off; it can be switched on again. */
  mutedByHost(): void;
  /** The connection broke and is being mended (`false`), or is back (`true`). */
  connection(isUp: boolean): void;
  /** Nothing is called after it. */
  ended(reason: CallEnd): void;
}

/** Being in a session. */
export interface Call {
  /** Opens camera and microphone as asked and shows them to all. Rejects with the browser's DOMException when neither opens. */
  publishCamera(on: { readonly camera: boolean; readonly microphone: boolean }): Promise<void>;
  /** Rejects with the browser's DOMException when the device can't be opened. */
  setCamera(isOn: boolean): Promise<void>;
  setMicrophone(isOn: boolean): Promise<void>;
  /** False where the browser has no screen to share (phones). */
  readonly canShareScreen: boolean;
  /** Rejects with the browser's DOMException when the person thinks better of it. A share that ends by itself is `hidden`. */
  shareScreen(): Promise<void>;
  stopShare(): Promise<void>;
  /** Hosts only: switches somebody's microphone off. */
  mute(participantId: string): Promise<void>;
  /** Hosts only: ends somebody's call. */
  remove(participantId: string): Promise<void>;
  /** Resolves when one is out; no handler is called for it. Also right while the page is being closed. */
  leave(): Promise<void>;
}
