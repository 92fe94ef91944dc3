import { compare, expectMessage } from './judge-message.ts';
import type { Story } from './scene.ts';
import type { Court, RoomFacts } from './verdict.ts';

const HOUR_MS = 3_600_000;
/** Rooms a story leads to, where it is not one. */
const ROOMS: Readonly<Record<string, number>> = { twin: 2, shut: 2, settings: 0 };
const CLOSED = new Set(['closed', 'after', 'shut']);

/** Each room is there once, has its card, and is open here as long as there. */
export async function judgeRooms(court: Court): Promise<void> {
  const { told, rows, ledger, found } = court;
  for (const story of told) {
    const { title, plot } = story;
    const ours = rows.rooms.filter((row) => row.title === title);
    compare(court, `rooms of ${title}`, { wanted: ROOMS[plot] ?? 1, there: ours.length });
    for (const { room_key: key } of ours) expectMessage(court, `room:${key} card`);
    if (CLOSED.has(plot) && !ours.some(({ state }) => state === 'expired')) {
      found.lost.push(`the end of the room of ${title}`);
    }
    for (const row of ours) await judgeClosing(court, story, row);
  }
  // None at the provider that nobody here knows of.
  for (const { roomId, title } of ledger.rooms) {
    const owners = rows.rooms.filter((row) => row.provider_room_id === roomId);
    if (owners.length !== 1)
      found.doubled.push(`a room ${title} at the provider, of ${owners.length} rooms here`);
  }
}

/** Both know the same of when it closes, and nobody extended it but by what was asked for. */
async function judgeClosing(
  { world, store, ledger, found }: Court,
  story: Story,
  row: RoomFacts,
): Promise<void> {
  if (row.state !== 'open' || row.provider_room_id === null) return;
  const { title, extendedBy } = story;
  const there = await world.rooms.closingOf(row.provider_room_id, store);
  if (there === undefined) return;
  const { expiresAt: closesAt, closesAfterSession } = there;
  if (closesAt !== row.expires_at || closesAfterSession !== (row.closes_after_session === 1)) {
    found.lost.push(`the room of ${title} closes at ${row.expires_at} here, at ${closesAt} there`);
  }
  const made = ledger.rooms.find(({ roomId }) => roomId === row.provider_room_id);
  // A card tells seconds.
  const days = Math.round((closesAt - (made?.expiresAt ?? Number.NaN)) / HOUR_MS) / 24;
  if (!(days >= extendedBy.least)) found.lost.push(`${title} was extended by ${days} days`);
  if (days > extendedBy.most) found.doubled.push(`${title} was extended by ${days} days`);
}
