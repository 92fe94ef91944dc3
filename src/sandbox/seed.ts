import { setTimeout as delay } from 'node:timers/promises';
import type { SeenRoom } from './room-server.ts';
import type { Sandbox } from './start.ts';

const DAY_MS = 86_400_000;
const HOST_NAME = 'ada';
const PATIENCE_MS = 20_000;

interface Story {
  readonly channel: string;
  readonly command: string;
  readonly title: string;
  readonly daysAgo: number;
}

const stories = (keptDays: number): readonly Story[] => [
  { channel: 'general', command: 'Kick-off', title: 'Kick-off', daysAgo: 1 },
  // So it has one day left.
  { channel: 'design', command: 'Brand workshop', title: 'Brand workshop', daysAgo: keptDays - 1 },
];

/**
 * One recording from yesterday and one that expires tomorrow, made the way people make them: through the app. Moves the
 * channels' clocks meanwhile, so nobody else may be in yet.
 */
export async function seed(sandbox: Sandbox): Promise<void> {
  await Promise.all(stories(sandbox.rooms.keptDays).map((story) => tell(sandbox, story)));
  dismissAnswers(sandbox);
}

async function tell({ slack, rooms }: Sandbox, { channel, command, title, daysAgo }: Story): Promise<void> {
  slack.workspace.setClockOffset(-daysAgo * DAY_MS, channel);
  await slack.workspace.command({ user: HOST_NAME, channel, text: command });
  const room = await until(() => findRoom(slack.workspace.messages(channel), title));
  const startedAt = Date.now() - daysAgo * DAY_MS;
  await rooms.recordPast(room, { startedAt, endedAt: startedAt + 32 * 60_000 });
  await until(() => slack.workspace.messages(channel).find((message) => stageOf(message) === 'ready'));
  await rooms.closeRoom(room);
  slack.workspace.setClockOffset(0, channel);
}

/** The private answers to these commands would only stand in the way of whoever comes now. */
function dismissAnswers({ slack: { workspace } }: Sandbox): void {
  for (const { ts } of workspace.ephemerals(HOST_NAME)) workspace.dismiss(HOST_NAME, String(ts));
}

function stageOf(message: Readonly<Record<string, unknown>>): unknown {
  const { metadata } = message as { metadata?: { event_payload?: { stage?: unknown } } };
  return metadata?.event_payload?.stage;
}

/** By the room's card: the first link on it is for guests. */
function findRoom(
  messages: readonly Readonly<Record<string, unknown>>[],
  title: string,
): SeenRoom | undefined {
  const cards = messages.filter(({ text }) => String(text).includes(title));
  const guestUrl = cards.map((card) => /"url":"([^"]+)"/.exec(JSON.stringify(card))?.[1]).find(Boolean);
  return guestUrl === undefined ? undefined : { title, guestUrl };
}

async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const found = await look();
    if (found !== undefined) return found;
    await delay(20);
  }
  throw new Error('The sandbox could not make its first recordings; see data/sandbox/app.log');
}
