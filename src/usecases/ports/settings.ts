import type { Policy } from '../../domain/policy.ts';
import type { Convenience } from '../../domain/settings.ts';

/** What has been chosen for one channel, and what follows from it. */
export interface ChannelSettings {
  readonly convenience: Convenience;
  /** What holds there: the stricter of the next two, rule by rule. */
  readonly policy: Policy;
  readonly workspacePolicy: Policy;
  /** Only what was decided for this channel itself. */
  readonly ownPolicy: Partial<Policy>;
}

export interface Settings {
  /** Defaults where nobody has chosen anything. */
  of(teamId: string, channelId: string): Promise<ChannelSettings>;
  choose(teamId: string, channelId: string, convenience: Convenience): Promise<void>;
  /** `channelId` null: for the whole workspace. Rules that are left out are undecided from now on. */
  decide(teamId: string, channelId: string | null, policy: Partial<Policy>): Promise<void>;
  /** Everything of a workspace. */
  forget(teamId: string): Promise<void>;
}
