import { PausedError } from '../errors.ts';
import type { Deps } from './deps.ts';
import type { ReplyTo } from './job-payloads.ts';

/*
 * The word that it takes longer takes the place of the private message that was clicked, as the answer does: arriving after
 * the answer, it would be all that somebody reads. So an answer waits until the word is out, and says before it is sent
 * itself that there shall be none.
 */

/** No word is under way for so long, unless its process died. */
const UNDER_WAY_MS = 30_000;
/** How soon an answer looks again. */
const LOOK_AGAIN_MS = 500;

const pauseOf = ({ requestKey }: ReplyTo) => `word to ${requestKey}`;

/** Remembers that somebody waits no longer. Throws PausedError while the word to them is under way. */
export async function endWait({ storage, clock }: Deps, to: ReplyTo): Promise<void> {
  const now = clock.now();
  const isUnderWay = await storage.transaction(async ({ pauses, inbox }) => {
    const [until = 0] = await pauses.lock([pauseOf(to)]);
    if (until > now) return true;
    await pauses.forget([pauseOf(to)]);
    await inbox.answered(to.requestKey, now);
    return false;
  });
  if (isUnderWay) throw new PausedError('slack', now + LOOK_AGAIN_MS);
}

/** Has the word said if they still wait, once. */
export async function putOff(deps: Deps, to: ReplyTo, say: () => Promise<void>): Promise<void> {
  if (!(await beginWord(deps, to))) return;
  try {
    await say();
  } finally {
    await deps.storage.transaction(({ pauses }) => pauses.forget([pauseOf(to)]));
  }
}

/** A process that died over it may have said it already, and an answer address is good for five uses only. */
function beginWord({ storage, clock }: Deps, to: ReplyTo): Promise<boolean> {
  return storage.transaction(async ({ pauses, inbox }) => {
    const [begun = 0] = await pauses.lock([pauseOf(to)]);
    const isDue = begun === 0 && !(await inbox.isAnswered(to.requestKey));
    if (isDue) await pauses.hold(pauseOf(to), clock.now() + UNDER_WAY_MS);
    else await pauses.forget([pauseOf(to)]);
    return isDue;
  });
}
