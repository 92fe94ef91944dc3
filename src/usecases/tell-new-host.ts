import type { Room } from '../domain/room.ts';
import { answerLater } from './answer.ts';
import type { ReplyTo } from './job-payloads.ts';
import type { Tables } from './ports/storage.ts';

export interface NewHost {
  readonly room: Pick<Room, 'roomKey' | 'title' | 'channelId'>;
  readonly hostUserId: string;
  /** Of whoever made them the host. */
  readonly reply: ReplyTo;
}

/** A direct message to somebody whom another has made the host. It holds no host link: their click fetches one. */
export function tellNewHost(tables: Tables, { room, hostUserId, reply }: NewHost): Promise<void> {
  const { roomKey, title, channelId } = room;
  const to: ReplyTo = {
    teamId: reply.teamId,
    userId: hostUserId,
    channelId,
    responseUrl: null,
    replaces: false,
    requestKey: `new-host:${reply.requestKey}`,
  };
  return answerLater(tables, to, { kind: 'host-now', title, roomKey, byUserId: reply.userId });
}
