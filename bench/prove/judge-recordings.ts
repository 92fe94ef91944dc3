import { compare, expectMessage } from './judge-message.ts';
import type { Story } from './scene.ts';
import type { Court } from './verdict.ts';

const STAGES = ['started', 'ended', 'ready'];
const DELETED = new Set(['deleted', 'reminded']);

/** Each recording is there once, with its three messages in their order, or is gone everywhere. */
export async function judgeRecordings(court: Court): Promise<void> {
  for (const story of court.told)
    for (const sessionId of story.sessions) await judgeRecording(court, story, sessionId);
}

async function judgeRecording(court: Court, { plot, title }: Story, sessionId: string): Promise<void> {
  const { world, ledger, rows, standing, found } = court;
  const { recordingId } = ledger.recordings.get(sessionId) ?? { recordingId: 'none' };
  const ours = rows.recordings.filter((row) => row.session_id === sessionId);
  compare(court, `recordings of ${title}`, { wanted: 1, there: ours.length });
  const keys = STAGES.map((stage) => `recording:${recordingId} ${stage}`);
  for (const key of keys) expectMessage(court, key);
  const firsts = keys.map((key) => standing.get(key)?.[0] ?? '');
  if (firsts.toSorted().join() !== firsts.join()) found.lost.push(`the order of the messages of ${title}`);

  // Gone: somebody asked for its link after a kill had cut off its deletion, and found it deleted.
  const [states, status] = DELETED.has(plot) ? [['deleted', 'gone'], 404] : [['uploaded'], 200];
  const state = String(ours[0]?.state);
  if (!states.includes(state)) found.lost.push(`the recording of ${title} is ${state}, not ${states[0]}`);
  const answered = await world.rooms.statusOf(recordingId);
  if (answered !== status)
    found.lost.push(`the recording of ${title} is answered ${answered} at the provider`);
}
