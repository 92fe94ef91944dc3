import type { Room } from '../domain/room.ts';
import { announceRoomLater } from './announce-later.ts';
import { claimSession } from './claim-session.ts';
import type { ReplyTo } from './job-payloads.ts';
import type { MeetingRoom } from './ports/meetings.ts';
import type { Tables } from './ports/storage.ts';
import { tellNewHost } from './tell-new-host.ts';

/** The provider has the room: it is open, its card and the host's answer are due. */
export async function roomMade(
  tables: Tables,
  { room, made, reply }: { room: Room; made: MeetingRoom; reply: ReplyTo },
): Promise<void> {
  const { roomKey } = room;
  if (!(await tables.rooms.open(roomKey, made))) return;
  for (const session of await tables.sessions.unclaimedOf(room.provider, made.providerRoomId)) {
    await claimSession(tables, session.sessionId, roomKey);
  }
  await tables.jobs.enqueue({ name: 'answer-room-ready', payload: { roomKey, reply } });
  const { hostUserId, madeBy } = room;
  if (hostUserId !== madeBy) await tellNewHost(tables, { room, hostUserId, reply });
  await announceRoomLater(tables, roomKey);
}
