import { systemClock } from '../../src/clock.ts';
import { applicationToken } from '../../src/meetings/token.ts';
import type { Doubt } from './doubts.ts';
import { keyOfRow, type Ledger } from './ledger.ts';
import { messagesByKey } from './standing.ts';
import type { Store } from './store.ts';
import type { Story } from './stories.ts';
import type { World } from './world.ts';

/** Everything that must agree in the end. */
export interface Evidence {
  readonly world: World;
  readonly store: Store;
  readonly ledger: Ledger;
  readonly told: readonly Story[];
  readonly doubts: readonly Doubt[];
}

/** Problems, one sentence each; none: channel, database and Meetings server agree. */
export interface Findings {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Messages that stand there twice because a kill left it open whether Slack had taken them. */
  readonly ambiguous: number;
  /** By stage. */
  readonly messages: Readonly<Record<string, number>>;
}

interface Rows {
  readonly rooms: readonly { room_key: string; title: string; provider_room_id: string | null }[];
  readonly recordings: readonly { recording_id: string; session_id: string; state: string }[];
  readonly posts: readonly { subject: string; stage: string; state: string; message_ts: string }[];
}

const STAGES = ['started', 'ended', 'ready'];

/** Compares what stands in the channels, what the database holds, and what the Meetings server has. */
export async function judge(evidence: Evidence): Promise<Findings> {
  const { store, told } = evidence;
  const rows: Rows = {
    rooms: await store.sql('select room_key, title, provider_room_id from rooms'),
    recordings: await store.sql('select recording_id, session_id, state from recordings'),
    posts: await store.sql('select subject, stage, state, message_ts from posts'),
  };
  const standing = messagesByKey(evidence.world);
  const found: Collected = { lost: [], doubled: [] };
  const court = { ...evidence, rows, standing, found };
  judgeRooms(court);
  for (const story of told)
    for (const sessionId of story.sessions) await judgeRecording(court, story, sessionId);
  judgeRows(court);
  judgeShared(court);
  judgeAnswers(court);
  for (const { name, state } of await store.openJobs())
    found.lost.push(`a job is left over: ${name}, ${state}`);
  const at = (stage: string) => [...standing].filter(([key]) => key.includes(` ${stage}`));
  const total = (stage: string) => at(stage).reduce((sum, [, messages]) => sum + messages.length, 0);
  const once = ['card', ...STAGES].map((stage) => [stage, at(stage).length] as const);
  const shared = rows.posts.filter(({ stage }) => stage.startsWith('shared:')).length;
  return {
    ...found,
    ambiguous: once.reduce((sum, [stage, messages]) => sum + total(stage) - messages, 0),
    messages: Object.fromEntries([...once, ['shared', shared]]),
  };
}

interface Collected {
  readonly lost: string[];
  readonly doubled: string[];
}

interface Court extends Evidence {
  readonly rows: Rows;
  readonly standing: ReadonlyMap<string, readonly string[]>;
  readonly found: Collected;
}

function judgeRooms(court: Court): void {
  const { told, rows, ledger, found } = court;
  for (const { title, finished, plot } of told) {
    if (!finished) found.lost.push(`${title} was never told to the end`);
    const wanted = plot === 'twin' ? 2 : 1;
    const ours = rows.rooms.filter((row) => row.title === title);
    compare(found, `rooms of ${title}`, { wanted, there: ours.length });
    for (const { room_key: key } of ours) expectMessage(court, `room:${key} card`);
  }
  // None at the Meetings server that nobody here knows of.
  for (const { roomId, title } of ledger.rooms) {
    const owners = rows.rooms.filter((row) => row.provider_room_id === roomId);
    if (owners.length !== 1)
      found.doubled.push(`a room ${title} at the Meetings server, of ${owners.length} rooms here`);
  }
}

async function judgeRecording(court: Court, { plot, title }: Story, sessionId: string): Promise<void> {
  const { world, ledger, rows, standing, found } = court;
  const { recordingId } = ledger.recordings.get(sessionId) ?? { recordingId: 'none' };
  const ours = rows.recordings.filter((row) => row.session_id === sessionId);
  compare(found, `recordings of ${title}`, { wanted: 1, there: ours.length });
  const keys = STAGES.map((stage) => `recording:${recordingId} ${stage}`);
  for (const key of keys) expectMessage(court, key);
  const firsts = keys.map((key) => standing.get(key)?.[0] ?? '');
  if (firsts.toSorted().join() !== firsts.join()) found.lost.push(`the order of the messages of ${title}`);

  // Gone: somebody asked for its link after a kill had cut off its deletion, and found it deleted.
  const [states, status] = plot === 'deleted' ? [['deleted', 'gone'], 404] : [['uploaded'], 200];
  const state = String(ours[0]?.state);
  if (!states.includes(state)) found.lost.push(`the recording of ${title} is ${state}, not ${states[0]}`);
  const answered = await readRecording(world, recordingId);
  if (answered !== status)
    found.lost.push(`the recording of ${title} is answered ${answered} at the Meetings server`);
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
  for (const [path, step] of ledger.promised) {
    if (!ledger.answers.has(path)) found.lost.push(`${step} was accepted and never answered`);
  }
}

/** Once, and once more for each kill that left it open whether Slack had taken it. */
function expectMessage({ standing, doubts, found }: Court, key: string): void {
  const inDoubt = doubts.filter((doubt) => doubt.key === key && doubt.taken).length;
  const there = standing.get(key)?.length ?? 0;
  if (there === 0) found.lost.push(`no message ${key}`);
  if (there > 1 + inDoubt) found.doubled.push(`${there} messages ${key}, ${inDoubt} of them in doubt`);
}

function compare(found: Collected, what: string, { wanted, there }: { wanted: number; there: number }): void {
  if (there < wanted) found.lost.push(`${there} instead of ${wanted} ${what}`);
  if (there > wanted) found.doubled.push(`${there} instead of ${wanted} ${what}`);
}

async function readRecording({ meetings, settings }: World, recordingId: string): Promise<number> {
  const token = applicationToken({ ...settings, clock: systemClock });
  const headers = { authorization: `Bearer ${await token()}` };
  return (await fetch(`${meetings.apiUrl}/recordings/${recordingId}`, { headers })).status;
}
