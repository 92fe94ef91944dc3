import type { HomesOf } from '../../domain/home.ts';
import type { Profile } from './workspace.ts';

/** The language of people we have met, so that an acknowledgement needs no call to Slack. */
export interface People {
  /** Undefined for somebody not met since then (epoch milliseconds). */
  locale(teamId: string, userId: string, since: number): Promise<string | undefined>;
  remember(profile: Profile, at: number): Promise<void>;
  /** Does that person want reminders? Yes for somebody not met. */
  wantsReminders(teamId: string, userId: string): Promise<boolean>;
  /** Whatever is chosen later; also for somebody not met. */
  setReminders(teamId: string, userId: string, wanted: boolean): Promise<void>;
  /** What somebody's Home shows; undefined: they have never looked at it, so nobody keeps it up to date. */
  home(teamId: string, userId: string): Promise<{ readonly fingerprint: string | null } | undefined>;
  openHome(teamId: string, userId: string, at: number): Promise<void>;
  /** Null: nobody knows what. */
  homeShows(teamId: string, userId: string, fingerprint: string | null): Promise<void>;
  /** Who has a Home that is kept up to date, by user id, those after that one. */
  withHome(
    of: HomesOf,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<readonly string[]>;
  /** From now on nobody keeps it up to date. */
  closeHome(teamId: string, userId: string): Promise<void>;
  /** Everybody of a workspace. */
  forget(teamId: string): Promise<void>;
}
