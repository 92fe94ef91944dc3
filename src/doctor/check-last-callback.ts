import { durationText } from './duration-text.ts';
import { type Finding, findingsOf } from './finding.ts';
import type { Look } from './look.ts';

const lastCallback = findingsOf('last callback');

/** Traces of callbacks are kept that long. */
const KEPT_MS = 7 * 86_400_000;

/** When did the meeting service last reach us, and does it tell of everything? */
export async function checkLastCallback(look: Look, now: number): Promise<Finding> {
  const { lastAt, roomsMade, tellsOfSessions, recordings } = await look.callbacks(now - KEPT_MS);
  if (recordings > 0 && !tellsOfSessions) {
    return lastCallback.warning(
      `none within 7 days that tells of a session or who is in it, though recordings were made (${recordings})`,
      'Set the address for session callbacks on the Vonage application as well (“session monitoring” of the Video API): without it cards don’t say who is in, and rooms close while people are in them.',
    );
  }
  if (lastAt !== null) return lastCallback.ok(`${durationText(now - lastAt)} ago`);
  if (roomsMade === 0) return lastCallback.ok('none within 7 days, and no room was made either');
  return lastCallback.warning(
    `none within 7 days, though rooms were made (${roomsMade})`,
    'Hold a short meeting. If still none comes, the Meetings server can’t reach PUBLIC_URL: look at its own log, firewalls, and the proxy in front of the app.',
  );
}
