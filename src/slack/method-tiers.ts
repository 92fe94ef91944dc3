/** What Slack lets an app do with a method in one workspace. */
export interface Tier {
  /** Calls a minute, for as long as one likes. */
  readonly perMinute: number;
  /** Calls at once, when there were none for a while. */
  readonly burst: number;
}

/** People come in flocks: half a minute's worth at once, and the rest at the pace that leaves. */
const PEOPLE_TIER_3: Tier = { perMinute: 30, burst: 17 };
const PEOPLE_TIER_4: Tier = { perMinute: 60, burst: 35 };

/**
 * The pace of each method we call. Both numbers together stay 5 % under what Slack takes in any minute, which is 50 in
 * tier 3 and 100 in tier 4: it counts when calls arrive, and those that were held up on their way come on top of that
 * minute's own. Source: "Rate Limits" on each method's page at docs.slack.dev/reference/methods; how limits work:
 * docs.slack.dev/apis/web-api/rate-limits (both looked up in November 2026).
 */
export const METHOD_TIERS = {
  /** Special: one a second in a channel, and a limit of the workspace that Slack gives no number for; we count on 300. */
  'chat.postMessage': { perMinute: 275, burst: 9 },
  /** Tier 3. */
  'chat.update': { perMinute: 40, burst: 7 },
  /** Special: "hundreds of requests per minute"; we count on 200. */
  'chat.getPermalink': { perMinute: 160, burst: 30 },
  /** Tier 3. */
  'conversations.info': PEOPLE_TIER_3,
  /** Tier 3. */
  'conversations.open': PEOPLE_TIER_3,
  /** Tier 4. */
  'conversations.members': PEOPLE_TIER_4,
  /** Tier 4. */
  'users.info': PEOPLE_TIER_4,
  /** Tier 4. */
  'views.publish': PEOPLE_TIER_4,
} as const satisfies Record<string, Tier>;

export type Method = keyof typeof METHOD_TIERS;
