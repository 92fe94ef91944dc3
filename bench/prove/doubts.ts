import type { Posted } from './ledger.ts';
import { keyOfRow, type PostRow } from './message-key.ts';
import type { Store } from './store.ts';

/** A kill left it open whether Slack has a message: the app had stored that it posts it, and not how that went. */
export interface Doubt {
  /** As in {@link Posted}. */
  readonly key: string;
  /** Slack has it. It will stand there twice. */
  readonly taken: boolean;
}

/** What the dead app does not know. `posted`: what Slack took during its life. */
export async function doubtsAfterKill(store: Store, posted: readonly Posted[]): Promise<Doubt[]> {
  const taken = new Set(posted.map(({ key }) => key));
  const rows = await store.sql<PostRow>(
    "select subject, stage, channel_id from posts where state = 'sending'",
  );
  return rows.map(keyOfRow).map((key) => ({ key, taken: taken.has(key) }));
}
