import type { RoomListPage, RoomRow, UnfinishedRoom } from './room-list.ts';

/** Why somebody can't be the host of a room. */
export type HostFault = 'gone' | 'bot' | 'other-workspace' | 'not-in-channel';

/** What became of a wish to start or to stop recording. */
export type RecordingOutcome = 'starting' | 'stopping' | 'already-on' | 'already-off' | 'nobody-in';

/** Answers to whoever looks at rooms or changes one. */
export type RoomAnswer =
  | { readonly kind: 'host-link'; readonly title: string; readonly roomKey: string; readonly hostUrl: string }
  | { readonly kind: 'not-host'; readonly title: string; readonly hostUserId: string }
  | { readonly kind: 'room-closed'; readonly title: string }
  | { readonly kind: 'room-unknown' }
  /** `previous` and `next`: the pages around this one; null: there is none. */
  | {
      readonly kind: 'rooms';
      /** On the first page alone. */
      readonly unfinished: readonly UnfinishedRoom[];
      readonly rows: readonly RoomRow[];
      readonly previous: RoomListPage | null;
      readonly next: RoomListPage | null;
    }
  /** Asks back. `until`: when it closes now. */
  | {
      readonly kind: 'how-long-to-extend';
      readonly title: string;
      readonly roomKey: string;
      readonly until: number | null;
    }
  | { readonly kind: 'whom-to-hand-over'; readonly title: string; readonly roomKey: string }
  /** Null: the provider named no time. */
  | { readonly kind: 'room-extended'; readonly title: string; readonly until: number | null }
  | { readonly kind: 'room-closing'; readonly title: string; readonly until: number | null }
  | { readonly kind: 'room-ends-after-session'; readonly title: string }
  | { readonly kind: 'no-session'; readonly title: string }
  | { readonly kind: 'closes-by-itself'; readonly title: string }
  | { readonly kind: 'recording-set'; readonly title: string; readonly outcome: RecordingOutcome }
  | { readonly kind: 'set-recording-refused'; readonly title: string; readonly hostUserId: string }
  | { readonly kind: 'change-refused'; readonly title: string; readonly hostUserId: string }
  | {
      readonly kind: 'handed-over';
      readonly title: string;
      readonly hostUserId: string;
      /** Does a link of the host before still make a host? In answers stored before there was a choice: it does. */
      readonly oldLinkWorks?: boolean;
    }
  | {
      readonly kind: 'host-refused';
      readonly title: string;
      readonly userId: string;
      readonly why: HostFault;
      /** Was it for a new room, which is not made then? */
      readonly noRoom: boolean;
    }
  /** To the new host, from whoever made them it. */
  | {
      readonly kind: 'host-now';
      readonly title: string;
      readonly roomKey: string;
      readonly byUserId: string;
    };
