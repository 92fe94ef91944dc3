/*
 * What an archive's status means. Source: Vonage's archiving guide. `deleted` stands only in a refusal of its REST API.
 */

/** What a status says of the recording. `unknown`: a status of a later API. */
export type ArchiveStage = 'running' | 'ended' | 'kept' | 'failed' | 'removed' | 'unknown';

const STAGES: ReadonlyMap<string, ArchiveStage> = new Map<string, ArchiveStage>([
  ['started', 'running'],
  // Nobody sends anything just now; it goes on by itself.
  ['paused', 'running'],
  ['stopped', 'ended'],
  // In a storage of the operator's own …
  ['uploaded', 'kept'],
  // … and in Vonage's.
  ['available', 'kept'],
  ['failed', 'failed'],
  ['expired', 'removed'],
  ['deleted', 'removed'],
]);

export interface ArchiveTold {
  readonly status: string;
  /** Bytes; null: not told. 0 also while the file is being made. */
  readonly size: number | null;
}

export function stageOf({ status, size }: ArchiveTold): ArchiveStage {
  const stage = STAGES.get(status) ?? 'unknown';
  return stage === 'kept' && size === 0 ? 'failed' : stage;
}

/** Why an archive has failed, in Vonage's words; null: it does not say. One that nobody sent anything to is kept empty. */
export function failureOf({
  status,
  reason,
}: {
  readonly status: string;
  readonly reason: string;
}): string | null {
  if (status !== 'failed') return 'nothing was published';
  return reason === '' ? null : reason;
}
