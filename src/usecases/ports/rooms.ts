import type { Room } from '../../domain/room.ts';
import type { NoRoomReason } from '../../domain/room-failure.ts';
import type { RoomCursor } from '../../domain/room-list.ts';
import type { MeetingRoom, RoomClosing } from './meetings.ts';
import type { Page } from './page.ts';
import type { Profile } from './workspace.ts';

export interface ChannelPlace {
  readonly teamId: string;
  readonly channelId: string;
}

/** Where a title names one live room. */
export interface TitledPlace extends ChannelPlace {
  readonly foldedTitle: string;
}

/** Rooms being made or open. */
export interface LiveRooms {
  readonly all: number;
  /** Of the workspace that has most of them. */
  readonly ofFullestTeam: number;
}

export type RoomFacts = Pick<
  Room,
  'postChannelId' | 'recording' | 'hostOnly' | 'locale' | 'timeZone' | 'hostName' | 'expiresAt'
>;

/** Shows what goes on in a room, so that it goes stale with it: the room's card, its host's Home. */
export type RoomSurface = 'card' | 'home';

/** Methods that change something conditionally say whether they did. Times are epoch milliseconds. */
export interface Rooms {
  /** False when a live room of the same channel, title and twin number exists. */
  insert(room: Room, twin: number): Promise<boolean>;
  find(roomKey: string): Promise<Room | undefined>;
  /** Which of them there are: a card that stands, a Home that its owner has looked at. `cardSubject`: of its posts. */
  surfaces(room: Pick<Room, 'teamId' | 'hostUserId'>, cardSubject: string): Promise<readonly RoomSurface[]>;
  findByToken(tokenHash: string): Promise<Room | undefined>;
  findByProviderId(provider: string, providerRoomId: string): Promise<Room | undefined>;
  /** The live room of a channel with that title, the newest if there are several. */
  findLive(place: TitledPlace): Promise<Room | undefined>;
  /** A page of those that are open or were, open ones first, each part newest first. */
  list(place: ChannelPlace, page: Page<RoomCursor>): Promise<readonly Room[]>;
  /** Newest first: those being made there, and those of them that one person asked for since then and that failed. */
  unfinished(
    place: ChannelPlace,
    asked: { readonly by: string; readonly since: number },
    limit: number,
  ): Promise<readonly Room[]>;
  /** The newest open one in which somebody is. */
  inSession(place: ChannelPlace): Promise<Room | undefined>;
  /** The first twin number a new room of that title can take. */
  nextTwin(place: TitledPlace): Promise<number>;
  /** Rooms somebody has asked for since then, but for those that could not be made. */
  countMadeBy(teamId: string, userId: string, since: number): Promise<number>;
  countLive(teamId: string): Promise<number>;
  /** In all workspaces together. */
  countAllLive(): Promise<LiveRooms>;
  /** What is learnt about the host and the channel, and what is allowed there, before the room is made. */
  settle(roomKey: string, facts: RoomFacts): Promise<void>;
  /**
   * Written before the creating request is sent: when, the only trace of the room's callback token, and how far the
   * provider's list had been read until then.
   */
  beginCreate(roomKey: string, at: number, tokenHash: string): Promise<void>;
  /** The provider has no such room: it may be asked for anew. */
  forgetCreate(roomKey: string): Promise<void>;
  /** making → open. */
  open(
    roomKey: string,
    made: Pick<MeetingRoom, 'providerRoomId' | 'guestUrl' | 'expiresAt'>,
  ): Promise<boolean>;
  /** making → failed. */
  fail(roomKey: string, why: NoRoomReason): Promise<boolean>;
  /** failed → making, by whoever asked for it. False too when a live room has taken its title meanwhile. */
  retry(roomKey: string, userId: string, now: number): Promise<boolean>;
  /** A provider's list of rooms has been read up to there. */
  listedUpTo(provider: string, start: number): Promise<void>;
  /** A room being made is not before that place in the list. */
  notBefore(roomKey: string, start: number): Promise<void>;
  /** Rooms that have been in the making since before then. */
  stuck(before: number, limit: number): Promise<readonly Room[]>;
  /** Of an open room: how long it is open. False too when that is not as it was `before`, if that is given. */
  reschedule(roomKey: string, closing: Partial<RoomClosing>, before?: RoomClosing): Promise<boolean>;
  /** Gives an open room another host. False too when it is theirs already. */
  handOver(roomKey: string, host: Pick<Profile, 'userId' | 'name' | 'locale' | 'timeZone'>): Promise<boolean>;
  /** open → expired. */
  expire(roomKey: string): Promise<boolean>;
  /** Slack lets us post nothing in its channel. True for the first refusal since it did. */
  refuse(roomKey: string, at: number): Promise<boolean>;
  /** Its channel takes messages, from the start or again. */
  welcome(roomKey: string): Promise<void>;
  /** Forgets a room that never came to be. */
  drop(roomKey: string): Promise<void>;
  /** Open rooms whose time has run out and in which nobody is or was within the last 10 minutes. */
  overdue(now: number, limit: number): Promise<readonly Room[]>;
}
