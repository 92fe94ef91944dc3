import { compare } from '../judge-message.ts';
import type { Court } from '../verdict.ts';
import type { Ask } from './provider.ts';

const THREE_DAYS_MS = 3 * 86_400_000;

interface SessionFacts {
  readonly session_id: string;
  readonly room_key: string | null;
  readonly look_since: number | null;
  readonly look_at: number | null;
}

/** Rooms, sessions and archives: the app's own rows belong together, and the server has just what they tell of. */
export async function judgeVideo(court: Court, ask: Ask): Promise<void> {
  const { store, rows, found } = court;
  const made = rows.rooms.filter(({ provider_room_id: id }) => id !== null).length;
  const [count] = await store.sql<{ n: number }>('select count(*) as n from video_rooms');
  compare(court, 'rooms of our own', { wanted: made, there: Number(count?.n) });
  const sessions = await store.sql<SessionFacts>(
    'select session_id, room_key, look_since, look_at from sessions',
  );
  const recorded = new Set(rows.recordings.map(({ session_id: id }) => id));
  for (const { session_id: id, room_key: key, look_since: since, look_at: at } of sessions) {
    if (key === null) found.lost.push(`session ${id} is of no room`);
    const isBounded = at === null || recorded.has(id) || at <= (since ?? 0) + THREE_DAYS_MS;
    if (!isBounded) found.lost.push(`session ${id}, of which nothing came, is looked after for good`);
  }
  await judgeArchives(court, ask);
}

async function judgeArchives({ rows, found }: Court, ask: Ask): Promise<void> {
  const answer = await ask('/archive?count=1000');
  const { items } = (await answer.json()) as { items: readonly { id: string; status: string }[] };
  const there = new Map(items.map(({ id, status }) => [id, status]));
  for (const { recording_id: id, state } of rows.recordings) {
    const status = there.get(id);
    if (state === 'uploaded' && status !== 'available') found.lost.push(`archive ${id} is ${status} there`);
    if (state !== 'uploaded' && status !== undefined) {
      found.doubled.push(`archive ${id} is ${state} here and ${status} there`);
    }
    there.delete(id);
  }
  for (const [id, status] of there) found.lost.push(`nobody here knows of archive ${id}, ${status} there`);
}
