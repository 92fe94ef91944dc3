import type { Policy } from './policy.ts';
import type { RecordingRow } from './recording-row.ts';
import type { ListPage, ListScope } from './recordings-list.ts';

/** Where a provider keeps recordings, in its own words. */
export interface StorageFacts {
  /** "Amazon S3" */
  readonly place: string;
  /** "SSE-S3" */
  readonly encryption: string;
  /** Who says so: "Vonage" */
  readonly according: string;
  readonly keptDays: number;
}

/** Answers to whoever looks for recordings, opens, shares or deletes one. */
export type RecordingAnswer =
  | {
      readonly kind: 'recording-link';
      readonly title: string;
      readonly recordingId: string;
      readonly sessionId: string;
      readonly startedAt: number;
      readonly url: string;
      /** From the link itself; null when it does not tell. */
      readonly worksUntil: number | null;
      readonly storage: StorageFacts;
    }
  /** It lies in a storage of the operator's own, for which the provider makes no links. */
  | {
      readonly kind: 'recording-elsewhere';
      readonly title: string;
      readonly startedAt: number;
      readonly recordingId: string;
      readonly sessionId: string;
    }
  | { readonly kind: 'recording-unknown' }
  | { readonly kind: 'recording-not-ready'; readonly title: string }
  | { readonly kind: 'recording-removed'; readonly title: string; readonly startedAt: number }
  | {
      readonly kind: 'recordings';
      /** As it was understood: a date in it is a moment. */
      readonly scope: ListScope;
      readonly rows: readonly RecordingRow[];
      /** There are more than the rows shown, behind them. */
      readonly more: boolean;
      /** The pages around this one; null: there is none. */
      readonly previous: ListPage | null;
      readonly next: ListPage | null;
    }
  /** An admin has decided that only hosts get links. */
  | { readonly kind: 'link-refused'; readonly title: string; readonly hostUserId: string }
  /** There are recordings, but not for this person. */
  | { readonly kind: 'recordings-refused' }
  | {
      readonly kind: 'delete-refused';
      readonly title: string;
      readonly hostUserId: string;
      readonly rule: Policy['deleteRecordings'];
    }
  /** It stands in the channel from now on. */
  | { readonly kind: 'recording-shared'; readonly title: string }
  | { readonly kind: 'share-refused'; readonly title: string }
  | { readonly kind: 'delete-too-early'; readonly title: string }
  | { readonly kind: 'recording-deleted'; readonly title: string; readonly startedAt: number };
