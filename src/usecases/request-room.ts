import { randomUUIDv7 } from 'node:crypto';
import type { StorableAnswer } from '../domain/answer.ts';
import { type Capabilities, findUnoffered } from '../domain/capabilities.ts';
import type { RoomRequest } from '../domain/command.ts';
import { foldTitle, type Room } from '../domain/room.ts';
import { promiseAnswer } from './answer.ts';
import { findRoomLimit } from './find-room-limit.ts';
import type { ReplyTo } from './job-payloads.ts';
import { makingRoom } from './making-room.ts';
import { offerRoom } from './offer-room.ts';
import type { TitledPlace } from './ports/rooms.ts';
import type { Tables } from './ports/storage.ts';

export interface RoomAsk {
  readonly request: RoomRequest;
  readonly reply: ReplyTo;
  /** Where the room belongs. Default: where it was asked. */
  readonly channelId?: string;
  /** Is that a direct or group message? */
  readonly direct: boolean;
  /** Of the message it is a reply to. Default: none. */
  readonly threadTs?: string | null;
  /** Whom it is made with, and what that one can do. */
  readonly provider: string;
  readonly can: Capabilities;
  readonly now: number;
  readonly maxRoomsPerTeam: number;
  /** "Make another": a room of the same title is no reason to offer that one. */
  readonly another: boolean;
}

/**
 * Accepts a wish for a room, in the transaction that is acknowledged: either the room row and its job are stored, or
 * the answer says why not. Undefined when this very request has been accepted before.
 */
export async function requestRoom(tables: Tables, ask: RoomAsk): Promise<StorableAnswer | undefined> {
  const { request, reply, now } = ask;
  if (!(await tables.inbox.accept(reply.requestKey, 'request-room', now))) return undefined;

  const what = findUnoffered(request, ask.can);
  if (what !== undefined) return { kind: 'not-offered', title: request.title, what };

  const place = {
    teamId: reply.teamId,
    channelId: ask.channelId ?? reply.channelId,
    foldedTitle: foldTitle(request.title),
  };
  if (!ask.another) {
    const existing = await tables.rooms.findLive(place);
    if (existing !== undefined) return offerRoom(existing, request, ask.threadTs ?? null);
  }
  return (await findRoomLimit(tables, ask)) ?? store(tables, ask, place);
}

async function store(tables: Tables, ask: RoomAsk, place: TitledPlace): Promise<StorableAnswer> {
  const room = newRoom(ask);
  // Only "Make another" finds a live room of that title in its way.
  const twin = ask.another ? await tables.rooms.nextTwin(place) : 0;
  if (!(await tables.rooms.insert(room, twin))) {
    const rival = await tables.rooms.findLive(place);
    if (rival !== undefined) return offerRoom(rival, ask.request, ask.threadTs ?? null);
  }
  await tables.jobs.enqueue({
    name: 'create-room',
    lane: room.roomKey,
    payload: { roomKey: room.roomKey, reply: ask.reply },
  });
  await promiseAnswer(tables, ask.reply, ask.now);
  return makingRoom(tables, room);
}

function newRoom(ask: RoomAsk): Room {
  const { request, reply, channelId = reply.channelId, direct, threadTs = null, provider, now } = ask;
  return {
    roomKey: randomUUIDv7(),
    provider,
    teamId: reply.teamId,
    channelId,
    direct,
    postChannelId: null,
    threadTs,
    hostUserId: request.host ?? reply.userId,
    madeBy: reply.userId,
    hostName: '',
    title: request.title,
    recording: request.recording,
    hostOnly: request.hostOnly,
    joinApproval: request.joinApproval,
    state: 'making',
    closes: request.closes,
    expiresAt: null,
    closesAfterSession: false,
    providerRoomId: null,
    joinUrl: null,
    locale: 'en-US',
    timeZone: 'UTC',
    createdAt: now,
    failure: null,
    createBeganAt: null,
    listFrom: null,
  };
}
