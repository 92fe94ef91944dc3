/** A room that is ours alone, for a provider that knows sessions only. Times are epoch milliseconds. */
export interface VideoRoom {
  readonly providerRoomId: string;
  readonly roomKey: string;
  /** When it closes while nobody is in it; an instant room's is moved by each of its sessions. */
  readonly expiresAt: number;
  readonly isLongTerm: boolean;
  readonly closesAfterSession: boolean;
  /** The session that whoever joins gets into, unless it is over. */
  readonly activeSessionId: string | null;
}

export interface VideoRooms {
  find(providerRoomId: string): Promise<VideoRoom | undefined>;
  findByKey(roomKey: string): Promise<VideoRoom | undefined>;
  /** False when there is one with that room key. */
  insert(room: VideoRoom): Promise<boolean>;
  reschedule(
    providerRoomId: string,
    closing: Pick<VideoRoom, 'expiresAt' | 'closesAfterSession'>,
  ): Promise<void>;
  /** Of several that have seen the same session `before`, the first to commit wins; false for the others. */
  activate(providerRoomId: string, sessionId: string, before: string | null): Promise<boolean>;
}
