import { setTimeout as delay } from 'node:timers/promises';
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

const STORIES: readonly Story[] = [
  { channel: 'general', command: 'Kick-off', title: 'Kick-off', daysAgo: 1 },
  // Recordings are kept for 30 days, so this one has one left.
  { channel: 'design', command: 'Brand workshop', title: 'Brand workshop', daysAgo: 29 },
];

/** One recording from yesterday and one that expires tomorrow, made the way people make them: through the app. */
export async function seed(sandbox: Sandbox): Promise<void> {
  await Promise.all(STORIES.map((story) => tell(sandbox, story)));
  await dismissAnswers(sandbox);
}

async function tell(
  { slack, meetings }: Sandbox,
  { channel, command, title, daysAgo }: Story,
): Promise<void> {
  slack.workspace.setClockOffset(-daysAgo * DAY_MS, channel);
  await slack.workspace.command({ user: HOST_NAME, channel, text: command });
  const roomId = await until(() => findRoom(meetings.url, title));
  const startedAt = Date.now() - daysAgo * DAY_MS;
  meetings.control.recordPast({ roomId, startedAt, endedAt: startedAt + 32 * 60_000 });
  await until(() => slack.workspace.messages(channel).find((message) => stageOf(message) === 'ready'));
  meetings.control.closeRoom(roomId);
  slack.workspace.setClockOffset(0, channel);
}

/** The private answers to these commands would only stand in the way of whoever comes now. */
async function dismissAnswers({ slack }: Sandbox): Promise<void> {
  for (const { ts } of slack.workspace.ephemerals(HOST_NAME)) {
    await fetch(`${slack.url}/_sandbox/dismiss`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: HOST_NAME, ts }),
    });
  }
}

function stageOf(message: Readonly<Record<string, unknown>>): unknown {
  const { metadata } = message as { metadata?: { event_payload?: { stage?: unknown } } };
  return metadata?.event_payload?.stage;
}

async function findRoom(meetingsUrl: string, title: string): Promise<string | undefined> {
  const { rooms } = (await (await fetch(`${meetingsUrl}/_sandbox/rooms`)).json()) as { rooms: RoomSummary[] };
  return rooms.find((room) => room.title === title)?.room_id;
}

interface RoomSummary {
  readonly room_id: string;
  readonly title: string;
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
