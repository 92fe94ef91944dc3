/** What the stand-in for Vonage's client and the server tell each other, under `/_call`. */

/** The answer to connecting. */
export interface CallStart {
  readonly participantId: string;
  /** Names this line in every further path; nobody else knows it. */
  readonly key: string;
}

export interface ParticipantView {
  readonly id: string;
  /** The token's `connection_data`. */
  readonly data: string;
}

export interface PictureView {
  readonly id: string;
  readonly participantId: string;
  readonly kind: 'camera' | 'screen';
  readonly hasAudio: boolean;
  readonly hasVideo: boolean;
}

/** The session as everybody in it sees it; whoever came first stands first. */
export interface CallView {
  readonly participants: readonly ParticipantView[];
  readonly pictures: readonly PictureView[];
  /** The archive that is being made. */
  readonly archiveId: string | null;
}

/** One server-sent event. `muted`: by the host · `ended`: the host or a script has removed this participant. */
export type CallMessage =
  | { readonly type: 'view'; readonly view: CallView }
  | { readonly type: 'muted' }
  | { readonly type: 'ended' };
