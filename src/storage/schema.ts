import type { Policy } from '../domain/policy.ts';
import type { RecordingState } from '../domain/recording.ts';
import type { JoinApproval, RecordingMode, RoomState } from '../domain/room.ts';
import type { NoRoomReason } from '../domain/room-failure.ts';
import type { Notify } from '../domain/settings.ts';

/*
 * The tables, as both databases hold them: text, integers and JSON text only. Times are epoch milliseconds; yes and no
 * are 1 and 0.
 */

export interface RoomsTable {
  room_key: string;
  provider: string;
  team_id: string;
  channel_id: string;
  direct: number;
  post_channel_id: string | null;
  /** Slack's `ts` of the message in whose thread it lives. */
  thread_ts: string | null;
  host_user_id: string;
  host_name: string;
  /** Who asked for it; null: its host, in a row of the release before. */
  made_by: string | null;
  title: string;
  folded_title: string;
  /** Tells apart live rooms of one title in one channel, made with "Make another". */
  twin: number;
  recording: RecordingMode;
  host_only: number;
  join_approval: JoinApproval;
  /** JSON of what was asked for; null: an instant room. */
  closes: string | null;
  state: RoomState;
  expires_at: number | null;
  closes_after_session: number;
  provider_room_id: string | null;
  join_url: string | null;
  /** SHA-256 of the room's callback token, hex. The token itself is never stored. */
  token_hash: string | null;
  locale: string;
  time_zone: string;
  created_at: number;
  create_began_at: number | null;
  /** Of a failed room: why it could not be made; null: nobody knows. */
  failure: NoRoomReason | null;
  /** Since when it has been tried again; null: it was not. */
  making_since: number | null;
  /** Where in the provider's list of rooms it can be at the earliest; null: anywhere. */
  list_from: number | null;
  /** Since when Slack lets us post nothing in its channel, as its host was told; null: it does. */
  refused_since: number | null;
}

/** How far a provider's list of rooms has been read. */
export interface RoomListsTable {
  provider: string;
  /** Rooms made from then on stand at this place or after it. */
  next_start: number;
}

export interface SessionsTable {
  session_id: string;
  provider: string;
  room_key: string | null;
  provider_room_id: string | null;
  started_at: number | null;
  ended_at: number | null;
  /** JSON array of participants. Names go 24 hours after the session. */
  participants: string;
  /** Since when nobody is in it any more; null while somebody is, before anybody was, and after its end. */
  empty_since: number | null;
  /** When something of it ended last, as heard by us: from then on its recordings are looked for at the provider. */
  look_since: number | null;
  /** When that is to be done next; null: there is nothing to look for. */
  look_at: number | null;
  created_at: number;
}

export interface RecordingsTable {
  recording_id: string;
  session_id: string;
  provider: string;
  room_key: string | null;
  /** The room's own, so that a channel's recordings are listed by an index; null while the room is not known. */
  team_id: string | null;
  channel_id: string | null;
  post_channel_id: string | null;
  state: RecordingState;
  started_at: number | null;
  ended_at: number | null;
  duration_seconds: number | null;
  confirmed_at: number | null;
  /** Why there is no video, in the provider's own words. */
  failure: string | null;
  deleted_by: string | null;
  removed_at: number | null;
  /** Found at the provider, none of its callbacks came. */
  adopted: number;
  /** Of the two reminders to the host, those that need not be sent any more: 0, 1 or 2. */
  reminders_sent: number;
  created_at: number;
}

export interface PostsTable {
  subject: string;
  stage: string;
  state: 'sending' | 'sent' | 'gone';
  channel_id: string;
  message_ts: string;
  fingerprint: string;
}

export interface PausesTable {
  key: string;
  until: number;
}

export interface InboxTable {
  key: string;
  kind: string;
  accepted_at: number;
  answered_at: number | null;
}

export interface AuditTable {
  entry_id: string;
  team_id: string;
  at: number;
  user_id: string;
  action: string;
  subject: string;
}

export interface PeopleTable {
  team_id: string;
  user_id: string;
  locale: string;
  seen_at: number;
  /** 0: this person wants no reminders, wherever their recordings are. */
  reminders: number;
  /** When they looked at their Home last; null: never, so that nobody keeps it up to date. */
  home_opened_at: number | null;
  /** Of what their Home shows; null: nothing we know of. */
  home_fingerprint: string | null;
}

/** Which reminders, by their subject in `posts`, speak of a recording. */
export interface RemindersTable {
  recording_id: string;
  subject: string;
}

/** What a channel has chosen; null: what holds for the workspace. An empty `channel_id` is the workspace itself. */
export interface SettingsTable {
  team_id: string;
  channel_id: string;
  notify: Notify | null;
  locale: string | null;
  reminders: number | null;
  make_rooms: Policy['makeRooms'] | null;
  delete_recordings: Policy['deleteRecordings'] | null;
  see_links: Policy['seeLinks'] | null;
  recording: Policy['recording'] | null;
}

/** Rooms of a provider that knows sessions only, where the room itself is ours. */
export interface VideoRoomsTable {
  /** The code in its guests' link. */
  provider_room_id: string;
  room_key: string;
  /** When it closes while nobody is in it. */
  expires_at: number;
  /** 0: an instant room. */
  long_term: number;
  closes_after_session: number;
  /** The session that whoever joins gets into, unless it is over. */
  active_session_id: string | null;
}

/** The embedded queue. */
export interface JobsTable {
  job_id: string;
  name: string;
  lane: string | null;
  payload: string;
  state: 'waiting' | 'running' | 'buried';
  priority: number;
  run_at: number;
  attempts: number;
  last_error: string | null;
  created_at: number;
}

/** What both databases hold. */
export interface Schema {
  rooms: RoomsTable;
  room_lists: RoomListsTable;
  sessions: SessionsTable;
  recordings: RecordingsTable;
  posts: PostsTable;
  pauses: PausesTable;
  inbox: InboxTable;
  audit: AuditTable;
  people: PeopleTable;
  settings: SettingsTable;
  reminders: RemindersTable;
  video_rooms: VideoRoomsTable;
}

/** SQLite holds the jobs as well; on Postgres they are an engine's own. */
export interface SqliteSchema extends Schema {
  jobs: JobsTable;
}
