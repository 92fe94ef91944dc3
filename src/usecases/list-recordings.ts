import { isAllowed } from '../domain/permissions.ts';
import { readStart } from '../domain/read-start.ts';
import type { ListPage, ListScope, RecordingsSearch } from '../domain/recordings-list.ts';
import { foldTitle } from '../domain/room.ts';
import { answer } from './answer.ts';
import type { Deps } from './deps.ts';
import { type FoundRecording, findRecordingFor, isMemberOf } from './find-recording-for.ts';
import type { JobPayloads, ReplyTo } from './job-payloads.ts';
import { listPlace } from './list-place.ts';
import type { RecordingFilter } from './ports/recordings.ts';
import type { Profile } from './ports/workspace.ts';
import { isRemoved } from './recording-facts.ts';
import { recordingRows } from './recording-rows.ts';

const SHOWN = 10;

/** Lists a channel's recordings, or some of them, to one person. What is not this channel's counts as unknown. */
export async function listRecordings(
  deps: Deps,
  { scope, page, reply }: JobPayloads['list-recordings'],
): Promise<undefined> {
  const person = await deps.workspace.profile(reply.teamId, reply.userId);
  const listed = await list(deps, { scope, page, reply, person });
  if (listed === undefined) {
    await answer(deps, reply, { kind: 'recording-unknown' });
    return;
  }
  const { found, mayShare, ...shown } = listed;
  const inChannel = await isOfChannel(deps, found, { person, reply });
  const visible = found.filter(({ room }) => isAllowed('see-recordings', person, { room, inChannel }));
  if (found.length > 0 && visible.length === 0) {
    await answer(deps, reply, { kind: 'recordings-refused' });
    return;
  }
  const rows = await recordingRows(deps, visible, { person, inChannel, mayShare: mayShare && inChannel });
  await answer(deps, reply, { kind: 'recordings', ...shown, rows });
}

/** All of a list is of one channel. */
async function isOfChannel(
  deps: Deps,
  [first]: readonly FoundRecording[],
  { person, reply }: { readonly person: Profile; readonly reply: ReplyTo },
): Promise<boolean> {
  const isOurs = first !== undefined && person.teamId === reply.teamId;
  return isOurs && (await isMemberOf(deps, first.room, reply));
}

interface Listed {
  readonly scope: ListScope;
  readonly found: readonly FoundRecording[];
  readonly mayShare: boolean;
  readonly more: boolean;
  /** The pages around this one; null: there is none. */
  readonly previous: ListPage | null;
  readonly next: ListPage | null;
}

/** Undefined: there is none of that id, or in that place, that is any business of the person. */
function list(deps: Deps, { scope, ...asked }: Asked<ListScope>): Promise<Listed | undefined> {
  if (scope.kind === 'recording') return byId(deps, scope, asked.reply);
  if (scope.kind === 'session') return ofSession(deps, { scope, ...asked });
  return ofPlace(deps, { scope, ...asked });
}

async function byId(deps: Deps, scope: ScopeOf<'recording'>, reply: ReplyTo): Promise<Listed | undefined> {
  const one = await findRecordingFor(deps, scope.recordingId, reply);
  if (one === undefined || isRemoved(one.recording)) return undefined;
  const mayShare = one.room.channelId === reply.channelId;
  return { scope, found: [one], mayShare, more: false, previous: null, next: null };
}

/** All of a session's recordings are of one room. */
async function ofSession(
  deps: Deps,
  { scope, page, reply }: Asked<ScopeOf<'session'>>,
): Promise<Listed | undefined> {
  const { sessionId } = scope;
  const [any] = await deps.storage.transaction(({ recordings }) => recordings.ofSession(sessionId));
  const found = any && (await findRecordingFor(deps, any.recordingId, reply));
  if (found === undefined) return undefined;
  const { teamId, channelId, roomKey } = found.room;
  const shown = await readPage(deps, { teamId, channelId, roomKey, sessionId }, page);
  return shown.found.length === 0 ? undefined : { scope, mayShare: channelId === reply.channelId, ...shown };
}

type ScopeOf<Kind extends ListScope['kind']> = Extract<ListScope, { kind: Kind }>;

interface Asked<Scope extends ListScope> {
  readonly scope: Scope;
  readonly page: ListPage | undefined;
  readonly reply: ReplyTo;
  readonly person: Profile;
}

/** Undefined: it is a place the person is not in. */
async function ofPlace(
  deps: Deps,
  { scope, page, reply, person }: Asked<ScopeOf<'channel' | 'room'>>,
): Promise<Listed | undefined> {
  const channelId = await listPlace(deps, scope, reply);
  if (channelId === undefined) return undefined;
  const at = { teamId: reply.teamId, channelId };
  const mayShare = channelId === reply.channelId;
  if (scope.kind === 'room') {
    const filter = { ...at, roomKey: scope.roomKey };
    return { scope, mayShare, ...(await readPage(deps, filter, page)) };
  }
  const { text, hostUserId, since } = scope;
  const from = since && readStart(since, { ...person, now: deps.clock.now() });
  const filter = { ...at, text: text && foldTitle(text), hostUserId, from };
  return { scope: understood(scope, channelId, from), mayShare, ...(await readPage(deps, filter, page)) };
}

/** What the next page is asked for with: the same, whatever day it is then. */
function understood(search: RecordingsSearch, channelId: string, from: number | undefined): ListScope {
  const { text, hostUserId } = search;
  return {
    kind: 'channel',
    channelId,
    ...(text !== undefined && { text }),
    ...(hostUserId !== undefined && { hostUserId }),
    ...(from !== undefined && { since: { kind: 'at', at: from } }),
  };
}

async function readPage(
  deps: Deps,
  filter: RecordingFilter,
  page: ListPage | undefined,
): Promise<Pick<Listed, 'found' | 'more' | 'previous' | 'next'>> {
  const limit = SHOWN + 1;
  const rows = await deps.storage.transaction((tables) => tables.recordings.list(filter, { limit, ...page }));
  const backwards = page !== undefined && 'before' in page;
  // Back at the beginning the page is a whole one again, also when there is more by now.
  if (backwards && rows.length < limit) return readPage(deps, filter, undefined);
  const found = backwards ? rows.slice(-SHOWN) : rows.slice(0, SHOWN);
  const more = backwards || rows.length > SHOWN;
  const [first, last] = [found.at(0)?.recording, found.at(-1)?.recording];
  return {
    found,
    more,
    previous: page !== undefined && first !== undefined ? { before: cursorOf(first) } : null,
    next: more && last !== undefined ? { after: cursorOf(last) } : null,
  };
}

function cursorOf({ createdAt, recordingId }: FoundRecording['recording']) {
  return { createdAt, recordingId };
}
