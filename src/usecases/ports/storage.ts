import type { Audit } from './audit.ts';
import type { Hosted } from './hosted.ts';
import type { Inbox } from './inbox.ts';
import type { Jobs } from './jobs.ts';
import type { Pauses } from './pauses.ts';
import type { People } from './people.ts';
import type { Posts } from './posts.ts';
import type { Recordings } from './recordings.ts';
import type { Reminders } from './reminders.ts';
import type { Retention } from './retention.ts';
import type { Rooms } from './rooms.ts';
import type { Sessions } from './sessions.ts';
import type { Settings } from './settings.ts';
import type { VideoRooms } from './video-rooms.ts';

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
