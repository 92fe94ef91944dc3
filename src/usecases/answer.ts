import type { Answer, StorableAnswer } from '../domain/answer.ts';
import { ChannelGoneError, PersonGoneError, UpstreamError } from '../errors.ts';
import type { Deps } from './deps.ts';
import type { ReplyTo } from './job-payloads.ts';
import type { Tables } from './ports/storage.ts';
import { endWait, putOff } from './put-off.ts';

/** Answers one person now; but for those whose room is being made, they no longer wait. */
export async function answer(deps: Deps, to: ReplyTo, what: Answer): Promise<undefined> {
  if (what.kind !== 'making-room') await endWait(deps, to);
  await tell(deps, to, what);
}

/** Whoever can't be reached any more waits no longer. */
async function tell(deps: Deps, to: ReplyTo, what: Answer): Promise<void> {
  try {
    await deps.answers.send(to, what, await languageOf(deps, to));
  } catch (error) {
    if (!(error instanceof PersonGoneError || error instanceof ChannelGoneError)) throw error;
    const { teamId, userId } = to;
    deps.log.warn({ code: error.code, teamId, userId }, 'nobody is left to be told');
  }
}

/** Answers one person by a job of its own, as sure as the transaction it is enqueued in. */
export function answerLater(tables: Tables, to: ReplyTo, what: StorableAnswer): Promise<void> {
  return tables.jobs.enqueue({ name: 'answer', payload: { answer: what, reply: to } });
}

/** How long somebody waits before they hear that it takes longer. */
const PATIENCE_MS = 20_000;

/** From now on somebody waits: after 20 s without an answer they get a word. */
export function promiseAnswer(tables: Tables, to: ReplyTo, now: number): Promise<void> {
  return tables.jobs.enqueue({ name: 'still-working', payload: { reply: to }, runAt: now + PATIENCE_MS });
}

/** The word after 20 s; nothing if they have been answered meanwhile, or are just being answered. */
export async function stillWorking(deps: Deps, { reply }: { readonly reply: ReplyTo }): Promise<undefined> {
  await putOff(deps, reply, () => tell(deps, reply, { kind: 'taking-longer' }));
}

/** A language setting older than this is asked for anew. */
const LANGUAGE_KEPT_MS = 24 * 60 * 60_000;
const ENGLISH = 'en-US';

/** The reader's language: remembered, or asked for; English if Slack can't tell now. */
async function languageOf(deps: Deps, { teamId, userId }: ReplyTo): Promise<string> {
  const now = deps.clock.now();
  const known = await deps.storage.transaction((tables) =>
    tables.people.locale(teamId, userId, now - LANGUAGE_KEPT_MS),
  );
  if (known !== undefined) return known;
  try {
    const profile = await deps.workspace.profile(teamId, userId);
    await deps.storage.transaction((tables) => tables.people.remember(profile, now));
    return profile.locale;
  } catch (error) {
    if (error instanceof UpstreamError || error instanceof PersonGoneError) return ENGLISH;
    throw error;
  }
}
