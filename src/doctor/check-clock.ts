import type { Answer } from './ask.ts';
import { type Finding, findingsOf } from './finding.ts';

const clock = findingsOf('clock');

/** Beyond that we refuse Slack's requests, and the Meetings server may refuse our tokens. */
const FAILURE_MS = 60_000;
const WARNING_MS = 10_000;

/** Do this machine's clock, and the app's, agree with Slack's? */
export function checkClock({ slack, app }: { readonly slack: Answer; readonly app: Answer }): Finding {
  const slackAheadMs = aheadOf(slack);
  if (slackAheadMs === null) return clock.warning('not compared: Slack told no time', 'See “Slack token”.');
  const appAheadMs = aheadOf(app);
  const here = { whose: 'this machine’s', offMs: -slackAheadMs };
  const there = { whose: 'the app’s', offMs: appAheadMs === null ? 0 : appAheadMs - slackAheadMs };
  const { whose, offMs } = Math.abs(there.offMs) > Math.abs(here.offMs) ? there : here;
  const seconds = Math.round(Math.abs(offMs) / 1_000);
  if (seconds * 1_000 <= WARNING_MS) return clock.ok(`within ${Math.max(seconds, 1)} s of Slack’s`);
  const says = `${whose} is ${seconds} s ${offMs > 0 ? 'ahead of' : 'behind'} Slack’s`;
  const fix = 'Let the machine set its clock by NTP (timedatectl set-ntp true).';
  return seconds * 1_000 > FAILURE_MS ? clock.failure(says, fix) : clock.warning(says, fix);
}

const aheadOf = (reply: Answer) => (reply.answered ? reply.aheadMs : null);
