import type { Room } from '../domain/room.ts';
import { announceRoomLater } from './announce-later.ts';
import { answer, answerLater } from './answer.ts';
import type { Deps } from './deps.ts';
import { doOnce, isDone } from './done-once.ts';
import { findChangeableRoom } from './find-changeable-room.ts';
import { findHostFault } from './find-host-fault.ts';
import type { JobPayloads, ReplyTo } from './job-payloads.ts';
import type { Tables } from './ports/storage.ts';
import type { Profile } from './ports/workspace.ts';
import { renameHostLater } from './rename-host.ts';
import { tellNewHost } from './tell-new-host.ts';
import { updateHostsHomeLater } from './update-home-later.ts';

/** Makes somebody else the host of a room, at the wish of its host or an admin. The new host is told privately. */
export async function handOverRoom(
  deps: Deps,
  { roomKey, toUserId, reply }: JobPayloads['hand-over-room'],
): Promise<undefined> {
  if (await deps.storage.transaction((tables) => isDone(tables, reply))) return;
  const found = await findChangeableRoom(deps, roomKey, reply);
  if ('refusal' in found) return answer(deps, reply, found.refusal);
  const { room } = found;
  const { title } = room;
  const host = await deps.workspace.profile(room.teamId, toUserId);
  const why = await findHostFault(deps, room, host);
  if (why !== undefined) {
    return answer(deps, reply, { kind: 'host-refused', title, userId: toUserId, why, noRoom: false });
  }
  const oldLinkWorks = !deps.meetingsOf(room.provider).can.endHostLinks;
  const now = deps.clock.now();
  await deps.storage.transaction((tables) => record(tables, { room, host, oldLinkWorks, reply, now }));
}

interface HandOver {
  readonly room: Room;
  readonly host: Profile;
  readonly oldLinkWorks: boolean;
  readonly reply: ReplyTo;
  readonly now: number;
}

async function record(tables: Tables, handOver: HandOver): Promise<void> {
  const { room, host, oldLinkWorks, reply, now } = handOver;
  if (!(await doOnce(tables, reply, { kind: 'hand-over-room', now }))) return;
  const { roomKey, teamId, title } = room;
  if (await tables.rooms.handOver(roomKey, host)) {
    const subject = `${roomKey} ${host.userId}`;
    await tables.audit.add({ teamId, at: now, userId: reply.userId, action: 'hand-over-room', subject });
    await announceRoomLater(tables, roomKey);
    // The card's job has only the new host's Home updated.
    await updateHostsHomeLater(tables, room);
    await renameHostLater(tables, { roomKey });
    // Where the channel is shut, whoever is host now has not heard so.
    await tables.rooms.welcome(roomKey);
    if (host.userId !== reply.userId) await tellNewHost(tables, { room, hostUserId: host.userId, reply });
  }
  await answerLater(tables, reply, { kind: 'handed-over', title, hostUserId: host.userId, oldLinkWorks });
}
