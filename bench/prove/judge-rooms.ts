import { askMeetings } from './ask-meetings.ts';
import { compare, expectMessage } from './judge-message.ts';
import type { Story } from './scene.ts';
import type { Court, RoomFacts } from './verdict.ts';

const DAY_MS = 86_400_000;
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
  // None at the Meetings server that nobody here knows of.
  for (const { roomId, title } of ledger.rooms) {
    const owners = rows.rooms.filter((row) => row.provider_room_id === roomId);
    if (owners.length !== 1)
      found.doubled.push(`a room ${title} at the Meetings server, of ${owners.length} rooms here`);
  }
}

/** Both know the same of when it closes, and nobody extended it but by what was asked for. */
async function judgeClosing({ world, ledger, found }: Court, story: Story, row: RoomFacts): Promise<void> {
  if (row.state !== 'open') return;
  const { title, extendedBy } = story;
  const answer = await askMeetings(world, `/rooms/${row.provider_room_id}`);
  const there = (await answer.json()) as { type: string; expires_at: string; expire_after_use: boolean };
  if (there.type !== 'long_term') return;
  const closesAt = Date.parse(there.expires_at);
  if (closesAt !== row.expires_at || there.expire_after_use !== (row.closes_after_session === 1)) {
    found.lost.push(`the room of ${title} closes at ${row.expires_at} here, at ${closesAt} there`);
  }
  const made = ledger.rooms.find(({ roomId }) => roomId === row.provider_room_id);
  const days = (closesAt - (made?.expiresAt ?? Number.NaN)) / DAY_MS;
  if (!(days >= extendedBy.least)) found.lost.push(`${title} was extended by ${days} days`);
  if (days > extendedBy.most) found.doubled.push(`${title} was extended by ${days} days`);
}
