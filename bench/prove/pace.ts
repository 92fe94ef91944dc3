import type { PlotName } from './stories.ts';
import type { WorldOptions } from './world.ts';

/** How much goes on around the kills. */
export interface Pace {
  readonly world: Omit<WorldOptions, 'watch' | 'provider'>;
  /** Are callbacks held back, and come in any order? */
  readonly shuffle: boolean;
  /** In turn. Default: all of the provider's. */
  readonly plots?: readonly PlotName[];
  readonly storyEveryMs: number;
  readonly firstStories: number;
  /** Then there is another story after so many kills. */
  readonly killsPerStory: number;
  /** Until the app may be killed, at the longest. */
  readonly youthMs: number;
  /** For what was interrupted last: messages have their pace. */
  readonly drainMs: number;
}

/**
 * People enough for nobody to meet a limit of their own, and channels few enough for lists that have pages. On a slow
 * machine a life takes longer, and Slack's 50 updates a minute must not be what everything waits for.
 */
export const AT_LENGTH: Pace = {
  world: { people: 60, channels: 5, admins: 80 },
  shuffle: true,
  storyEveryMs: 4_000,
  firstStories: 8,
  killsPerStory: 2,
  youthMs: 500,
  drainMs: 10 * 60_000,
};

/** A few stories that are soon told, all at once. */
export const IN_SHORT: Pace = {
  world: { people: 12, channels: 6, admins: 4, uploadDelayMs: 100 },
  shuffle: false,
  plots: ['deleted', 'settings'],
  storyEveryMs: 100,
  firstStories: 2,
  killsPerStory: Number.POSITIVE_INFINITY,
  youthMs: 100,
  drainMs: 20_000,
};
