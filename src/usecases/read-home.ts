import type { FailedRoom, Home, HomeRoom, Some, WorkspaceState } from '../domain/home.ts';
import { isAllowedIn } from '../domain/permissions.ts';
import type { RecordingRow } from '../domain/recording-row.ts';
import { remindDays } from '../domain/reminder-time.ts';
import type { Room } from '../domain/room.ts';
import { nextStepAfter } from '../domain/room-failure.ts';
import type { Deps } from './deps.ts';
import { byGoing, keptByEach } from './kept.ts';
import type { RecordingOfRoom } from './ports/recordings.ts';
import type { Tables } from './ports/storage.ts';
import type { Profile } from './ports/workspace.ts';
import { readSessionNow } from './read-room-now.ts';
import { recordingRows } from './recording-rows.ts';

const DAY_MS = 86_400_000;
/** Rows of each list. */
const SHOWN = 20;
/** So long a room that could not be made is spoken of. */
const FAILED_MS = 7 * DAY_MS;

/** What somebody's Home should show now: what is theirs, whatever channel it is in. */
export async function readHome(deps: Deps, person: Profile): Promise<Home> {
  const now = deps.clock.now();
  const read = await deps.storage.transaction((tables) => readAll(tables, deps, { person, now }));
  const soon = new Set(read.expiring.map(({ recording }) => recording.recordingId));
  const others = read.recordings.filter(({ recording }) => !soon.has(recording.recordingId));
  const { policy } = read;
  const at = { teamId: person.teamId, inChannel: true, policy };
  return {
    expiring: await rowsOf(deps, read.expiring, person),
    failed: { rows: read.failedRooms, more: read.failed.length > SHOWN },
    rooms: { rows: read.rooms, more: read.moreRooms },
    recordings: await rowsOf(deps, others, person),
    reminders: read.reminders,
    firstReminder: remindDays(deps.meetingsOf(deps.provider).storage.keptDays).first,
    mayMakeRooms: isAllowedIn('make-room', person, at),
    mayChangeSettings: isAllowedIn('change-convenience', person, at),
    workspace: read.workspace,
  };
}

async function readAll(
  tables: Tables,
  deps: Deps,
  { person, now }: { readonly person: Profile; readonly now: number },
) {
  const { teamId, userId } = person;
  const { hosted } = tables;
  const limit = SHOWN + 1;
  const open = await hosted.rooms(person, { state: 'open', since: 0 }, limit);
  const rooms: HomeRoom[] = [];
  for (const room of open.slice(0, SHOWN)) rooms.push(await homeRoom(tables, room));
  const failed = await hosted.rooms(person, { state: 'failed', since: now - FAILED_MS }, limit);
  const failedRooms: FailedRoom[] = [];
  for (const room of failed.slice(0, SHOWN)) failedRooms.push(await failedRoom(tables, room, person));
  return {
    expiring: await readExpiring(tables, deps, { person, now }),
    failed,
    failedRooms,
    rooms,
    moreRooms: open.length > SHOWN,
    // Those that go soon are among them and stand in a list of their own.
    recordings: await hosted.recordings(person, 2 * limit),
    reminders: await tables.people.wantsReminders(teamId, userId),
    policy: (await tables.settings.of(teamId, '')).workspacePolicy,
    workspace: person.isAdmin ? await readWorkspace(tables, deps, teamId) : null,
  };
}

/** What hosts are reminded of; where it is kept for some days only, what goes by tomorrow. */
async function readExpiring(
  { hosted }: Tables,
  deps: Deps,
  { person, now }: { readonly person: Profile; readonly now: number },
): Promise<readonly RecordingOfRoom[]> {
  const found: RecordingOfRoom[] = [];
  for (const { provider, keptDays } of keptByEach(deps)) {
    const after = now - keptDays * DAY_MS;
    const ended = { after, by: after + remindDays(keptDays).first * DAY_MS };
    found.push(...(await hosted.expiring(person, { provider, ...ended }, SHOWN + 1)));
  }
  return byGoing(deps, found);
}

async function readWorkspace(tables: Tables, deps: Deps, teamId: string): Promise<WorkspaceState> {
  return {
    liveRooms: await tables.rooms.countLive(teamId),
    roomLimit: deps.maxRoomsPerTeam,
    buriedJobs: await tables.jobs.countBuried(),
  };
}

async function rowsOf(
  deps: Deps,
  found: readonly RecordingOfRoom[],
  person: Profile,
): Promise<Some<RecordingRow>> {
  // Whoever looks is the host of all of them.
  const reader = { person, inChannel: false, mayShare: false };
  return { rows: await recordingRows(deps, found.slice(0, SHOWN), reader), more: found.length > SHOWN };
}

async function homeRoom(tables: Tables, room: Room): Promise<HomeRoom> {
  const { roomKey, title, channelId, direct, recording, closes, expiresAt, closesAfterSession } = room;
  return {
    roomKey,
    title,
    channelId,
    direct,
    recording,
    longTerm: closes !== null,
    expiresAt,
    closesAfterSession,
    joinUrl: room.joinUrl,
    session: await readSessionNow(tables, roomKey),
  };
}

async function failedRoom(tables: Tables, room: Room, person: Profile): Promise<FailedRoom> {
  const { roomKey, title, teamId, channelId, createdAt, failure } = room;
  const { policy } = await tables.settings.of(teamId, channelId);
  const isAllowed = isAllowedIn('make-room', person, { teamId, inChannel: true, policy });
  return {
    roomKey,
    title,
    channelId,
    createdAt,
    nextStep: isAllowed ? nextStepAfter(failure) : 'not-allowed',
  };
}
