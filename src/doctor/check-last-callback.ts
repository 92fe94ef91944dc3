import { durationText } from './duration-text.ts';
import { type Finding, findingsOf } from './finding.ts';
import type { Look } from './look.ts';

const lastCallback = findingsOf('last callback');

/** Traces of callbacks are kept that long. */
const KEPT_MS = 7 * 86_400_000;

/** When did the Meetings server last reach us? */
export async function checkLastCallback(look: Look, now: number): Promise<Finding> {
  const { lastAt, roomsMade } = await look.callbacks(now - KEPT_MS);
  if (lastAt !== null) return lastCallback.ok(`${durationText(now - lastAt)} ago`);
  if (roomsMade === 0) return lastCallback.ok('none within 7 days, and no room was made either');
  return lastCallback.warning(
    `none within 7 days, though rooms were made (${roomsMade})`,
    'Hold a short meeting. If still none comes, the Meetings server can’t reach PUBLIC_URL: look at its own log, firewalls, and the proxy in front of the app.',
  );
}
