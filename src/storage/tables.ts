import type { Transaction } from 'kysely';
import type { Jobs } from '../usecases/ports/jobs.ts';
import type { Tables } from '../usecases/ports/storage.ts';
import { auditTable } from './audit.ts';
import { hosted } from './hosted.ts';
import { inboxTable } from './inbox.ts';
import { pausesTable } from './pauses.ts';
import { peopleTable } from './people.ts';
import { postsTable } from './posts.ts';
import { recordingsTable } from './recordings.ts';
import { remindersTable } from './reminders.ts';
import { retention } from './retention.ts';
import { roomsTable } from './rooms.ts';
import type { Schema } from './schema.ts';
import { sessionsTable } from './sessions.ts';
import { settingsTable } from './settings.ts';
import { videoRoomsTable } from './video-rooms.ts';

/** The tables as one transaction sees them. `giveBackSpace`: where the database does not do so by itself. */
export function openTables(
  tx: Transaction<Schema>,
  jobs: Jobs,
  giveBackSpace: () => boolean = () => false,
): Tables {
  return {
    rooms: roomsTable(tx),
    sessions: sessionsTable(tx),
    recordings: recordingsTable(tx),
    posts: postsTable(tx),
    pauses: pausesTable(tx),
    inbox: inboxTable(tx),
    audit: auditTable(tx),
    people: peopleTable(tx),
    settings: settingsTable(tx),
    reminders: remindersTable(tx),
    hosted: hosted(tx),
    videoRooms: videoRoomsTable(tx),
    retention: retention(tx, giveBackSpace),
    jobs,
  };
}
