import type { Doubt } from './doubts.ts';
import { judgeHomes, judgeHosts, judgeReminders, judgeSettings } from './judge-people.ts';
import { judgeRecordings } from './judge-recordings.ts';
import { judgeRooms } from './judge-rooms.ts';
import type { Ledger } from './ledger.ts';
import { keyOfRow, type PostRow } from './message-key.ts';
import type { Story } from './scene.ts';
import { messagesByKey } from './standing.ts';
import type { Store } from './store.ts';
import type { World } from './world.ts';

/** Everything that must agree in the end. */
export interface Evidence {
  readonly world: World;
  readonly store: Store;
  readonly ledger: Ledger;
  readonly told: readonly Story[];
  readonly doubts: readonly Doubt[];
}

/** Problems, one sentence each; none: channel, database and provider agree. */
export interface Findings {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Messages that stand there twice because a kill left it open whether Slack had taken them. */
  readonly ambiguous: number;
  /** By stage. */
  readonly messages: Readonly<Record<string, number>>;
}

export interface RoomFacts {
  readonly room_key: string;
  readonly title: string;
  readonly state: string;
  readonly host_user_id: string;
  readonly expires_at: number | null;
  readonly closes_after_session: number;
  readonly provider_room_id: string | null;
}

interface Rows {
  readonly rooms: readonly RoomFacts[];
  readonly recordings: readonly { recording_id: string; session_id: string; state: string }[];
  /** Those that go on. */
  readonly sessions: readonly { session_id: string }[];
  readonly posts: readonly (PostRow & { readonly state: string; readonly message_ts: string })[];
}

/** Everything there is to judge by, and what was found so far. */
export interface Court extends Evidence {
  readonly rows: Rows;
  /** What stands in Slack, see {@link messagesByKey}. */
  readonly standing: ReadonlyMap<string, readonly string[]>;
  readonly found: { readonly lost: string[]; readonly doubled: string[] };
}

const STAGES = ['card', 'started', 'ended', 'ready', 'reminder', 'policy'];

/** Compares what stands in the channels, what the database holds, and what the provider has. */
export async function judge(evidence: Evidence): Promise<Findings> {
  const { store, told } = evidence;
  const rows: Rows = {
    rooms: await store.sql('select * from rooms'),
    recordings: await store.sql('select recording_id, session_id, state from recordings'),
    sessions: await store.sql('select session_id from sessions where ended_at is null'),
    posts: await store.sql('select subject, stage, channel_id, state, message_ts from posts'),
  };
  const found: Court['found'] = { lost: [], doubled: [] };
  const court: Court = { ...evidence, rows, standing: messagesByKey(evidence.world), found };
  for (const { title, finished } of told) {
    if (!finished) court.found.lost.push(`${title} was never told to the end`);
  }
  await judgeRooms(court);
  await judgeRecordings(court);
  await court.world.rooms.judge(court);
  judgeHosts(court);
  judgeHomes(court);
  judgeReminders(court);
  await judgeSettings(court);
  judgeRows(court);
  judgeShared(court);
  judgeAnswers(court);
  for (const { session_id: id } of rows.sessions) found.lost.push(`session ${id} never ended`);
  for (const { name, state } of await store.openJobs()) {
    court.found.lost.push(`a job is left over: ${name}, ${state}`);
  }
  return { ...found, ...countMessages(court) };
}

function countMessages({ standing, rows }: Court): Pick<Findings, 'ambiguous' | 'messages'> {
  const at = (stage: string) => [...standing].filter(([key]) => key.endsWith(` ${stage}`));
  const once = STAGES.map((stage) => [stage, at(stage).length] as const);
  const shared = rows.posts.filter(({ stage }) => stage.startsWith('shared:')).length;
  const more = STAGES.flatMap(at).reduce((sum, [, messages]) => sum + messages.length - 1, 0);
  return { ambiguous: more, messages: Object.fromEntries([...once, ['shared', shared]]) };
}

/** Each row has been sent, and its message is there. */
function judgeRows({ rows, standing, found }: Court): void {
  const removed = new Set(
    rows.recordings.flatMap(({ recording_id: id, state }) =>
      state === 'uploaded' ? [] : [`recording:${id}`],
    ),
  );
  const everything = new Set([...standing.values()].flat());
  for (const { subject, stage, state, message_ts: ts } of rows.posts) {
    // Nobody shows to others what is no more.
    if (stage.startsWith('shared:') && removed.has(subject)) continue;
    const isThere = everything.has(ts);
    if (state !== 'sent' || !isThere)
      found.lost.push(`${subject} ${stage} is ${state}${isThere ? '' : ', and not there'}`);
  }
}

/** As often as it was shown, and once more for each kill in doubt. */
function judgeShared({ rows, standing, doubts, found }: Court): void {
  for (const [key, messages] of standing) {
    if (!key.includes(' shared:')) continue;
    const shown = rows.posts.filter((row) => keyOfRow(row) === key).length;
    const inDoubt = doubts.filter((doubt) => doubt.key === key && doubt.taken).length;
    if (messages.length > shown + inDoubt)
      found.doubled.push(`${messages.length} messages ${key}, shown ${shown} times`);
  }
}

function judgeAnswers({ ledger, found }: Court): void {
  for (const [path, { step }] of ledger.promised) {
    if (!ledger.answers.has(path)) found.lost.push(`${step} was accepted and never answered`);
  }
}
