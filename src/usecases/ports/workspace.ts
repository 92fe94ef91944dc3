import type { Person } from '../../domain/permissions.ts';

export interface Profile extends Person {
  readonly name: string;
  /** Slack's locale, e.g. `de-DE`. */
  readonly locale: string;
  /** IANA zone. */
  readonly timeZone: string;
  /** Deactivated: reads nothing any more. */
  readonly isGone: boolean;
  readonly isBot: boolean;
}

/** A person in the workspace the app is asked in. */
export interface Member {
  readonly teamId: string;
  readonly userId: string;
}

export type ChannelAccess = 'yes' | 'not-invited' | 'archived';

/**
 * Throws UpstreamUnavailableError, UpstreamRejectedError, PausedError with `service: 'slack'`, PersonGoneError for whoever
 * can't be reached any more, ChannelGoneError for a channel we can't look into.
 */
export interface Workspace {
  profile(teamId: string, userId: string): Promise<Profile>;
  /** May we post in that public or private channel? */
  channelAccess(teamId: string, channelId: string): Promise<ChannelAccess>;
  isMember(teamId: string, channelId: string, userId: string): Promise<boolean>;
  /** The direct-message channel between us and a person. */
  directChannel(teamId: string, userId: string): Promise<string>;
}
