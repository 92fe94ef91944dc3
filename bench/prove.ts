import { setTimeout as delay } from 'node:timers/promises';
import { type BenchSandbox, benchSandbox, putJson } from './support/sandbox.ts';

/*
 * `npm run prove [-- rounds]`: in each round rooms are asked for and sessions recorded while every callback comes three
 * times in random order, and the app is killed at a random moment of each. At the end every room must have its card once
 * and every recording its three messages once, in order. Exit code 1 if anything was lost, doubled or out of order.
 */

const ROUNDS = Number(process.argv[2] ?? 5);
const ROOMS = 5;
/** A create that was cut off is looked for after 30 s and after another 60 s before it is sent again. */
const PATIENCE_MS = 150_000;
const STAGES = ['started', 'ended', 'ready'].join();

interface Found {
  readonly cards: number;
  readonly stages: string;
}

const sandbox = await benchSandbox();
await putJson(`${sandbox.meetings.url}/_sandbox/faults`, { duplicate: 3, shuffle: true });
const wrong: string[] = [];
for (let round = 1; round <= ROUNDS; round++) {
  const titles = Array.from({ length: ROOMS }, (_, n) => `Round ${round} room ${n + 1}`);
  await askForRooms(titles, round);
  await recordSessions(titles);
  wrong.push(...titles.flatMap((title) => verdict(title)));
  process.stdout.write(
    `round ${round} of ${ROUNDS}: ${wrong.length === 0 ? 'nothing lost, nothing doubled' : wrong.join('; ')}\n`,
  );
}
await sandbox.close();
process.exitCode = wrong.length === 0 ? 0 : 1;

async function askForRooms(titles: readonly string[], round: number): Promise<void> {
  // Ten rooms in ten minutes is the most one person may make.
  const user = ['ada', 'ben', 'carla'][round % 3] ?? 'ada';
  const asked = titles.map((text) => sandbox.slack.workspace.command({ user, channel: 'general', text }));
  const acknowledged = Promise.all(asked);
  await killSomewhere(150);
  const answers = await acknowledged;
  const accepted = titles.filter((_, n) => answers[n]?.status === 200);
  await untilAll(accepted, ({ cards }) => cards >= 1);
  // What Slack was not told to be accepted may or may not be there; the person would type it again.
  for (const text of titles) {
    if (find(text).cards === 0) await sandbox.slack.workspace.command({ user, channel: 'general', text });
  }
  await untilAll(titles, ({ cards }) => cards >= 1);
}

async function recordSessions(titles: readonly string[]): Promise<void> {
  const ids = await roomIds(sandbox);
  const joined = titles.map((title) =>
    sandbox.meetings.control.join(ids.get(title) ?? '', { name: 'Ada', host: true }),
  );
  await delay(300);
  for (const { sessionId, participantId } of joined) sandbox.meetings.control.leave(sessionId, participantId);
  await killSomewhere(4_000);
  await untilAll(titles, ({ stages }) => stages.split(',').length >= 3);
}

async function killSomewhere(withinMs: number): Promise<void> {
  await delay(Math.random() * withinMs);
  await sandbox.app.kill();
  await sandbox.app.start();
}

async function untilAll(titles: readonly string[], isThere: (found: Found) => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline && !titles.every((title) => isThere(find(title)))) await delay(100);
}

function verdict(title: string): string[] {
  const { cards, stages } = find(title);
  const problems: string[] = [];
  if (cards !== 1) problems.push(`${title}: ${cards} cards`);
  if (stages !== STAGES) problems.push(`${title}: ${stages || 'no messages'}`);
  return problems;
}

/** What stands in the channel about a room. */
function find(title: string): Found {
  const about = sandbox.slack.workspace
    .messages('general')
    .filter((m) => String(m['text']).includes(`*${title}*`));
  const stages = about.flatMap((message) => {
    const { metadata } = message as { metadata?: { event_payload: { stage: string } } };
    return metadata === undefined ? [] : [metadata.event_payload.stage];
  });
  return { cards: about.length - stages.length, stages: stages.join() };
}

async function roomIds({ meetings }: BenchSandbox): Promise<Map<string, string>> {
  const response = await fetch(`${meetings.url}/_sandbox/rooms`);
  const { rooms } = (await response.json()) as { rooms: { room_id: string; title: string }[] };
  return new Map(rooms.map(({ room_id, title }) => [title, room_id]));
}
