import type { Answer, StorageFacts } from '../domain/answer.ts';
import type { Capabilities } from '../domain/capabilities.ts';
import type { ChannelMessage } from '../domain/channel-message.ts';
import type { Home, HomesOf } from '../domain/home.ts';
import type { Person } from '../domain/permissions.ts';
import type { Policy } from '../domain/policy.ts';
import type { Recording, Stage } from '../domain/recording.ts';
import type { RecordingCursor } from '../domain/recordings-list.ts';
import type { Room, RoomPlan } from '../domain/room.ts';
import type { RoomCursor } from '../domain/room-list.ts';
import type { Participant, Session } from '../domain/session.ts';
import type { Convenience } from '../domain/settings.ts';
import type { JobName, JobPayloads, ReplyTo } from './job-payloads.ts';

// ---------------------------------------------------------------- the meeting service

/** A room at the provider. `hostUrl` is a bearer secret: use it at once, never store or log it. */
export interface MeetingRoom {
  readonly providerRoomId: string;
  readonly expiresAt: number | null;
  readonly hostUrl: string;
  readonly guestUrl: string;
  /** A long-term room that closes after its session. */
  readonly closesAfterSession: boolean;
  /** Our room key, as the provider gave it back. */
  readonly roomKey: string | null;
}

export interface MeetingRecording {
  readonly recordingId: string;
  readonly sessionId: string;
  /** Can be opened and deleted. */
  readonly uploaded: boolean;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** Why there is no video and will be none, in the provider's own words; left out: it has not failed. */
  readonly failure?: string;
  /** A short-lived bearer link, minted by this read; null before it is uploaded. Never store or log it. */
  readonly url: string | null;
  /** When that link stops working, as the link itself tells; null when it does not. */
  readonly urlExpiresAt: number | null;
}

export interface RoomOrder extends RoomPlan {
  readonly roomKey: string;
  /** Null: an instant room. */
  readonly closesAt: number | null;
  /** The one address for this room's callbacks. */
  readonly callbackUrl: string;
}

/** How a look through the provider's rooms went. */
export interface RoomSearch {
  readonly room: MeetingRoom | undefined;
  /** Where rooms made later will stand at the earliest; null: the provider does not tell. */
  readonly reached: number | null;
  /** False: the list goes on from there. */
  readonly isComplete: boolean;
}

/** How long a long-term room is open. Epoch milliseconds. */
export type RoomClosing = Pick<MeetingRoom, 'expiresAt' | 'closesAfterSession'>;

/** Recording as its host starts and stops it from outside the room. Both are repeated without harm. */
export interface Recorder {
  /** `already-on`: something is being recorded; `nobody-in`: nobody is there to be. */
  start(sessionId: string): Promise<'started' | 'already-on' | 'nobody-in'>;
  /** Nothing happens when it has stopped already. */
  stop(recordingId: string): Promise<void>;
}

/** What any provider must do, in our words. Errors are those of `errors.ts` with `service: 'meetings'`. */
export interface Meetings {
  readonly can: Capabilities;
  /** Rooms it takes at the most, of all workspaces together; left out: any number. */
  readonly roomLimit?: number;
  /** Set where recording, if it is offered, is started and stopped for people; left out: they do so in the room. */
  readonly recorder?: Recorder;
  /** Never repeated by itself: there is no idempotency key. */
  createRoom(order: RoomOrder): Promise<MeetingRoom>;
  /** Throws NotFoundError when the provider does not (or no longer) know it. */
  getRoom(providerRoomId: string): Promise<MeetingRoom>;
  /** Looks through the provider's rooms, from a place in its list on, for the one that carries our key. */
  findRoom(roomKey: string, from: number | null): Promise<RoomSearch>;
  /**
   * Changes a long-term room and gives it as it then is; the same change again changes nothing. `expiresAt` lies more
   * than 10 minutes ahead. Throws NotFoundError for a room that is closed, UpstreamRejectedError for an instant room.
   */
  changeRoom(providerRoomId: string, change: Partial<RoomClosing>): Promise<MeetingRoom>;
  /** Throws NotFoundError when there is no such recording. */
  getRecording(recordingId: string): Promise<MeetingRecording>;
  /** Every recording of a session, ended or not; empty also for a session the provider does not know. */
  listSessionRecordings(sessionId: string): Promise<readonly MeetingRecording[]>;
  /** `gone` when there was nothing to delete; `too-early` when it is not uploaded yet. */
  deleteRecording(recordingId: string): Promise<'deleted' | 'gone' | 'too-early'>;
  readonly storage: StorageFacts;
  /** A session in which nobody has been for so long is over, whether its end is told or not. */
  readonly sessionEndsAfterMs: number;
}

// ---------------------------------------------------------------- Slack

export interface Profile extends Person {
  readonly name: string;
  /** Slack's locale, e.g. `de-DE`. */
  readonly locale: string;
  /** IANA zone. */
  readonly timeZone: string;
  /** Deactivated: reads nothing any more. */
  readonly isGone: boolean;
  readonly isBot: boolean;
}

export type ChannelAccess = 'yes' | 'not-invited' | 'archived';

/**
 * Throws UpstreamUnavailableError, UpstreamRejectedError, PausedError with `service: 'slack'`, PersonGoneError for whoever
 * can't be reached any more, ChannelGoneError for a channel we can't look into.
 */
export interface Workspace {
  profile(teamId: string, userId: string): Promise<Profile>;
  /** May we post in that public or private channel? */
  channelAccess(teamId: string, channelId: string): Promise<ChannelAccess>;
  isMember(teamId: string, channelId: string, userId: string): Promise<boolean>;
  /** The direct-message channel between us and a person. */
  directChannel(teamId: string, userId: string): Promise<string>;
}

export interface PostedMessage {
  readonly channelId: string;
  /** Slack's `ts`, a string that must stay one. */
  readonly messageTs: string;
}

/** Where a message goes, and in which language. */
export interface Destination {
  readonly teamId: string;
  readonly channelId: string;
  /** Slack's `ts` of the message it is a reply to; null: none. */
  readonly threadTs: string | null;
  readonly locale: string;
}

/** What is stored along with a message. */
export interface PostRecord {
  /** In the transaction that takes the message's turn: the request goes out as soon as it is committed. */
  begin(tables: Tables): Promise<void>;
  /** Slack has taken it. */
  sent(tables: Tables, posted: PostedMessage): Promise<void>;
}

/**
 * Throws ChannelGoneError when the channel is no longer ours to write to, MessageGoneError when the message isn't,
 * ThreadGoneError when there is nothing to reply to, PausedError when it is not its turn.
 */
export interface ChannelMessages {
  post(to: Destination, message: ChannelMessage, record: PostRecord): Promise<void>;
  update(teamId: string, post: PostedMessage, message: ChannelMessage, locale: string): Promise<void>;
  permalink(teamId: string, post: PostedMessage): Promise<string>;
}

/** App Home: a page of our own for each person. */
export interface Homes {
  publish(of: Member, home: Home, locale: string): Promise<void>;
}

export interface Answers {
  /**
   * Answers one person privately: by `response_url`, or by direct message when that is dead. Throws PersonGoneError or
   * ChannelGoneError when they get none either.
   */
  send(to: ReplyTo, answer: Answer, locale: string): Promise<void>;
}

// ---------------------------------------------------------------- storage

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

/** Methods that change something conditionally say whether they did. Times are epoch milliseconds. */
export interface Rooms {
  /** False when a live room of the same channel, title and twin number exists. */
  insert(room: Room, twin: number): Promise<boolean>;
  find(roomKey: string): Promise<Room | undefined>;
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
  fail(roomKey: string): Promise<boolean>;
  /** failed → making, by whoever asked for it. False too when a live room has taken its title meanwhile. */
  retry(roomKey: string, userId: string, now: number): Promise<boolean>;
  /** A provider's list of rooms has been read up to there. */
  listedUpTo(provider: string, start: number): Promise<void>;
  /** A room being made is not before that place in the list. */
  notBefore(roomKey: string, start: number): Promise<void>;
  /** Rooms that have been in the making since before then. */
  stuck(before: number, limit: number): Promise<readonly Room[]>;
  /** Of an open room: how long it is open. */
  reschedule(roomKey: string, closing: Partial<RoomClosing>): Promise<void>;
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

/** A session somebody has told of. */
export interface SeenSession {
  readonly provider: string;
  readonly sessionId: string;
  readonly providerRoomId: string | null;
  /** The room that claims it, if this is the first that is heard of it. Default: none. */
  readonly roomKey?: string | null;
  /** When it began, if that is told. Default: as it was told before. */
  readonly startedAt?: number | null;
}

/** Times are epoch milliseconds. */
export interface OverdueSessions {
  readonly provider: string;
  /** Nobody has been in it since then. */
  readonly emptySince: number;
  readonly now: number;
}

export interface Sessions {
  /** Makes the row if there is none and locks it: callbacks of one session go one after the other. */
  touch(seen: SeenSession, now: number): Promise<Session>;
  find(sessionId: string): Promise<Session | undefined>;
  /** As {@link find}; callbacks of the session wait until this unit of work is done. */
  lock(sessionId: string): Promise<Session | undefined>;
  /** Only the first claim counts. */
  claim(sessionId: string, roomKey: string): Promise<boolean>;
  /** Sessions that named this provider room before we knew it. */
  unclaimedOf(provider: string, providerRoomId: string): Promise<readonly Session[]>;
  /** Clears the participants. */
  end(sessionId: string, endedAt: number): Promise<boolean>;
  /** `emptySince`: null while somebody is in. */
  setParticipants(
    sessionId: string,
    participants: readonly Participant[],
    emptySince: number | null,
  ): Promise<void>;
  /** Those of a room without an end. */
  openIn(roomKey: string): Promise<readonly Session[]>;
  /** When the last one of a room that has ended did; null: none has. */
  lastEndIn(roomKey: string): Promise<number | null>;
  /** Those of a provider whose end nobody told although it must have come: empty since then, or begun 24 hours ago. */
  overdue(of: OverdueSessions, limit: number): Promise<readonly Session[]>;
  /** Something of it has ended: from `now` on its recordings are looked for at the provider, first at `first`. */
  lookFrom(sessionId: string, now: number, first: number): Promise<void>;
  /** When they are looked for next; null: there is nothing to look for. */
  lookAgain(sessionId: string, at: number | null): Promise<void>;
  /** Ids of our rooms' sessions whose next look is due; the longest due first. */
  toLookAt(now: number, limit: number): Promise<readonly string[]>;
}

/** A part of a list in a fixed order; with neither cursor its beginning. */
export interface Page<Cursor> {
  readonly limit: number;
  /** The last row of the page before. */
  readonly after?: Cursor | undefined;
  /** The first row of the page that follows: this one ends there. */
  readonly before?: Cursor | undefined;
}

export interface RecordingFilter {
  readonly teamId: string;
  readonly channelId: string;
  readonly roomKey?: string | undefined;
  readonly sessionId?: string | undefined;
  /** Part of the room's title, folded. */
  readonly text?: string | undefined;
  readonly hostUserId?: string | undefined;
  /** Heard of at that moment or later … */
  readonly from?: number | undefined;
  /** … and before that one. Epoch milliseconds. */
  readonly to?: number | undefined;
}

export interface RecordingOfRoom {
  readonly recording: Recording;
  readonly room: Room;
}

export interface Recordings {
  find(recordingId: string): Promise<Recording | undefined>;
  insert(recording: Recording): Promise<boolean>;
  /** Writes what changed, where the stored state still is the one `recording` was read with. */
  advance(recording: Recording, to: Partial<Recording>): Promise<boolean>;
  /** Forgets a recording that turned out not to be ours. */
  drop(recordingId: string): Promise<void>;
  /** Gives the recordings of a newly claimed session to its room; returns their ids. */
  claimOfSession(sessionId: string, roomKey: string): Promise<readonly string[]>;
  /** In order of start. */
  ofSession(sessionId: string): Promise<readonly Recording[]>;
  /** Those of several sessions at once, each session's in order of start. */
  ofSessions(sessionIds: readonly string[]): Promise<readonly Recording[]>;
  /** A page of a channel's, newest first; neither deleted nor gone. */
  list(filter: RecordingFilter, page: Page<RecordingCursor>): Promise<readonly RecordingOfRoom[]>;
}

/** What has been chosen for one channel, and what follows from it. */
export interface ChannelSettings {
  readonly convenience: Convenience;
  /** What holds there: the stricter of the next two, rule by rule. */
  readonly policy: Policy;
  readonly workspacePolicy: Policy;
  /** Only what was decided for this channel itself. */
  readonly ownPolicy: Partial<Policy>;
}

export interface Settings {
  /** Defaults where nobody has chosen anything. */
  of(teamId: string, channelId: string): Promise<ChannelSettings>;
  choose(teamId: string, channelId: string, convenience: Convenience): Promise<void>;
  /** `channelId` null: for the whole workspace. Rules that are left out are undecided from now on. */
  decide(teamId: string, channelId: string | null, policy: Partial<Policy>): Promise<void>;
  /** Everything of a workspace. */
  forget(teamId: string): Promise<void>;
}

export interface Post extends PostedMessage {
  readonly subject: string;
  readonly stage: PostStage;
  readonly state: 'sending' | 'sent' | 'gone';
  /** Of the message last written there; a different one means it is stale. */
  readonly fingerprint: string;
}
/** `shared:…`: a row that somebody has shown to the channel, by who and which press. */
export type PostStage = Stage | 'card' | 'reminder' | 'policy' | `shared:${string}`;

export interface Posts {
  find(subject: string, stage: PostStage): Promise<Post | undefined>;
  /** All of a subject, in no order. */
  of(subject: string): Promise<readonly Post[]>;
  /** Committed before Slack is called. True the first time; false when an earlier try was left without an answer. */
  begin(subject: string, stage: PostStage, channelId: string): Promise<boolean>;
  sent(subject: string, stage: PostStage, posted: PostedMessage, fingerprint: string): Promise<void>;
  updated(subject: string, stage: PostStage, fingerprint: string): Promise<void>;
  /** Slack said no: nothing was posted. */
  cancel(subject: string, stage: PostStage): Promise<void>;
  gone(subject: string, stage: PostStage): Promise<void>;
}

/** Moments before which something does not happen, by key; the same for all processes. Epoch milliseconds. */
export interface Pauses {
  /**
   * Until when each lasts, in the order asked for; 0: there is none. Until this transaction ends nobody else can lock
   * or move them.
   */
  lock(keys: readonly string[]): Promise<readonly number[]>;
  /** Not before `until`. What lasts longer already stays as it is. */
  hold(key: string, until: number): Promise<void>;
  forget(keys: readonly string[]): Promise<void>;
}

export interface Inbox {
  /** True the first time; false when this key has been accepted before. */
  accept(key: string, kind: string, at: number): Promise<boolean>;
  answered(key: string, at: number): Promise<void>;
  isAnswered(key: string): Promise<boolean>;
}

export interface Audit {
  add(entry: {
    readonly teamId: string;
    readonly at: number;
    readonly userId: string;
    readonly action: string;
    readonly subject: string;
  }): Promise<void>;
}

/** The language of people we have met, so that an acknowledgement needs no call to Slack. */
export interface People {
  /** Undefined for somebody not met since then (epoch milliseconds). */
  locale(teamId: string, userId: string, since: number): Promise<string | undefined>;
  remember(profile: Profile, at: number): Promise<void>;
  /** Does that person want reminders? Yes for somebody not met. */
  wantsReminders(teamId: string, userId: string): Promise<boolean>;
  /** Whatever is chosen later; also for somebody not met. */
  setReminders(teamId: string, userId: string, wanted: boolean): Promise<void>;
  /** What somebody's Home shows; undefined: they have never looked at it, so nobody keeps it up to date. */
  home(teamId: string, userId: string): Promise<{ readonly fingerprint: string | null } | undefined>;
  openHome(teamId: string, userId: string, at: number): Promise<void>;
  /** Null: nothing we know of. */
  homeShows(teamId: string, userId: string, fingerprint: string | null): Promise<void>;
  /** Who has a Home that is kept up to date, by user id, those after that one. */
  withHome(
    of: HomesOf,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<readonly string[]>;
  /** From now on nobody keeps it up to date. */
  closeHome(teamId: string, userId: string): Promise<void>;
  /** Everybody of a workspace. */
  forget(teamId: string): Promise<void>;
}

/** A person in the workspace the app is asked in. */
export interface Member {
  readonly teamId: string;
  readonly userId: string;
}

/** By when, epoch milliseconds, a provider's recording must have ended for the first or the second reminder to be due. */
export interface RemindersDue {
  readonly provider: string;
  readonly first: number;
  readonly second: number;
  /** Ended before then it is gone already, and nobody is reminded of it. */
  readonly gone: number;
}

export interface DueHost extends Member {
  /** IANA zone. */
  readonly timeZone: string;
}

/** What hosts are reminded of before it goes. */
export interface Reminders {
  /** Hosts of whose recordings one is due, and where a room of theirs was made. */
  hostsDue(due: RemindersDue, limit: number): Promise<readonly DueHost[]>;
  /** A host's recordings that are due, those that ended first in front. */
  dueOf(host: Member, due: RemindersDue, limit: number): Promise<readonly RecordingOfRoom[]>;
  /** So many of a recording's two reminders need not be sent any more. */
  settle(recordingId: string, count: 1 | 2): Promise<void>;
  /** A reminder speaks of those recordings. */
  add(subject: string, recordingIds: readonly string[]): Promise<void>;
  /** The recordings a reminder speaks of, those that ended first in front. */
  recordingsOf(subject: string): Promise<readonly RecordingOfRoom[]>;
  /** The reminders that speak of a recording. */
  subjectsOf(recordingId: string): Promise<readonly string[]>;
}

/** What somebody is the host of. */
export interface Hosted {
  /** Newest first. */
  rooms(
    host: Member,
    of: { readonly state: 'open' | 'failed'; readonly since: number },
    limit: number,
  ): Promise<readonly Room[]>;
  /** Neither deleted nor gone, newest first. */
  recordings(host: Member, limit: number): Promise<readonly RecordingOfRoom[]>;
  /** Those ready of a provider that ended between two moments, those that ended first in front. */
  expiring(
    host: Member,
    ended: { readonly provider: string; readonly after: number; readonly by: number },
    limit: number,
  ): Promise<readonly RecordingOfRoom[]>;
}

/** A room that is ours alone, for a provider that knows sessions only. Times are epoch milliseconds. */
export interface VideoRoom {
  readonly providerRoomId: string;
  readonly roomKey: string;
  /** When it closes while nobody is in it; an instant room's is moved by each of its sessions. */
  readonly expiresAt: number;
  readonly isLongTerm: boolean;
  readonly closesAfterSession: boolean;
  /** The session that whoever joins gets into, unless it is over. */
  readonly activeSessionId: string | null;
}

export interface VideoRooms {
  find(providerRoomId: string): Promise<VideoRoom | undefined>;
  findByKey(roomKey: string): Promise<VideoRoom | undefined>;
  /** False when there is one with that room key. */
  insert(room: VideoRoom): Promise<boolean>;
  reschedule(
    providerRoomId: string,
    closing: Pick<VideoRoom, 'expiresAt' | 'closesAfterSession'>,
  ): Promise<void>;
  /** Of several that have seen the same session `before`, the first to commit wins; false for the others. */
  activate(providerRoomId: string, sessionId: string, before: string | null): Promise<boolean>;
}

export interface Retention {
  /** Removes what has been kept long enough, a bounded number of rows at a time. True: there may be more. */
  purge(now: number): Promise<boolean>;
  /** Gives the room that was freed back to the disk, a bounded part at a time. True: there is more. */
  compact(): Promise<boolean>;
}

export interface JobRequest<N extends JobName = JobName> {
  readonly name: N;
  readonly payload: JobPayloads[N];
  /** With a lane, one runs and at most one waits; without, every request is a job of its own. */
  readonly lane?: string;
  /** Not before. Default: now. */
  readonly runAt?: number;
}

export interface Jobs {
  enqueue<N extends JobName>(job: JobRequest<N>): Promise<void>;
  /** Those that could not be done and wait for an operator. */
  countBuried(): Promise<number>;
  /** Blanks the `responseUrl` in jobs enqueued before then, a bounded number at a time. True: there may be more. */
  forgetResponseUrls(before: number): Promise<boolean>;
}

/** The tables as one unit of work sees them. */
export interface Tables {
  readonly rooms: Rooms;
  readonly sessions: Sessions;
  readonly recordings: Recordings;
  readonly posts: Posts;
  readonly pauses: Pauses;
  readonly inbox: Inbox;
  readonly audit: Audit;
  readonly people: People;
  readonly settings: Settings;
  readonly reminders: Reminders;
  readonly hosted: Hosted;
  readonly videoRooms: VideoRooms;
  readonly retention: Retention;
  readonly jobs: Jobs;
}

export interface Storage {
  /**
   * Runs `work` in one transaction: all of it is durable when the promise resolves, none of it when it rejects. It may
   * run again from its start, and so changes nothing but the tables. No network call inside: on SQLite others wait for
   * the same transaction.
   */
  transaction<T>(work: (tables: Tables) => Promise<T>): Promise<T>;
}
