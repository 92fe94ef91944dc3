/*
 * What tells, from our own machine, whether Slack and we fit together. Source: auth.test; "Verifying requests from
 * Slack"; the Events API's url_verification.
 */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { readJson } from './read-json.ts';

/** Whose token it is, or why it is none. */
export type AuthTest =
  | {
      readonly ok: true;
      readonly team: string;
      readonly user: string;
      /** What the token may do; null: Slack did not tell. */
      readonly scopes: readonly string[] | null;
    }
  | { readonly ok: false; readonly error: string };

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), team: z.string(), user: z.string() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);

/** What Slack answered to auth.test; undefined: that was not Slack. */
export function readAuthTest(text: string, scopesHeader: string | null): AuthTest | undefined {
  const answer = readJson(answerSchema, text);
  if (answer === undefined || !answer.ok) return answer;
  return { ...answer, scopes: scopesHeader?.split(',').map((scope) => scope.trim()) ?? null };
}

export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The question by which Slack makes sure of an address: it changes nothing, and is answered only if it is signed. */
export function challengeRequest(
  challenge: string,
  { secret, now }: { readonly secret: string; readonly now: number },
): SignedRequest {
  const body = JSON.stringify({ type: 'url_verification', challenge });
  const timestamp = String(Math.floor(now / 1_000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  };
}

export function isChallengeAnswered(text: string, challenge: string): boolean {
  return readJson(z.object({ challenge: z.literal(challenge) }), text) !== undefined;
}
