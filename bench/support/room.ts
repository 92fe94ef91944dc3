import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '../../src/clock.ts';
import { applicationToken } from '../../src/meetings/token.ts';
import type { BenchSandbox } from './sandbox.ts';

const PATIENCE_MS = 10_000;

/** Makes a room through `/meet` and resolves to its id at the Meetings server. */
export async function roomInSandbox({ slack, meetings }: BenchSandbox, title: string): Promise<string> {
  await slack.workspace.command({ user: 'ada', channel: 'general', text: title });
  return until(async () => {
    const { rooms } = (await (await fetch(`${meetings.url}/_sandbox/rooms`)).json()) as {
      rooms: { room_id: string; title: string }[];
    };
    return rooms.find((room) => room.title === title)?.room_id;
  });
}

/** The address the room's callbacks go to, as the Meetings server was told. */
export async function callbackUrlOf({ meetings, settings }: BenchSandbox, roomId: string): Promise<string> {
  const token = applicationToken({
    applicationId: settings.applicationId,
    privateKey: settings.privateKey,
    clock: systemClock,
  });
  const response = await fetch(`${meetings.apiUrl}/rooms/${roomId}`, {
    headers: { authorization: `Bearer ${await token()}` },
  });
  const room = (await response.json()) as { callback_urls: { sessions_callback_url: string } };
  return room.callback_urls.sessions_callback_url;
}

/** Looks every 5 ms until there is something. */
export async function until<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const found = await look();
    if (found !== undefined) return found;
    await delay(5);
  }
  throw new Error('Waited in vain');
}
