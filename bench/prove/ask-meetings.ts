import { systemClock } from '../../src/clock.ts';
import { applicationToken } from '../../src/vonage/token.ts';
import type { World } from './world.ts';

/** Asks the Meetings server itself, past the wires. */
export async function askMeetings({ meetings, settings }: World, path: string): Promise<Response> {
  const token = applicationToken({ ...settings, clock: systemClock });
  return fetch(`${meetings.apiUrl}${path}`, { headers: { authorization: `Bearer ${await token()}` } });
}
