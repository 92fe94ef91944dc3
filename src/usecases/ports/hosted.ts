import type { Room } from '../../domain/room.ts';
import type { RecordingOfRoom } from './recordings.ts';
import type { Member } from './workspace.ts';

/** What somebody is the host of. */
export interface Hosted {
  /** Newest first. */
  rooms(
    host: Member,
    of: { readonly state: 'open' | 'failed'; readonly since: number },
    limit: number,
  ): Promise<readonly Room[]>;
  /** Neither deleted nor gone, newest first. */
  recordings(host: Member, limit: number): Promise<readonly RecordingOfRoom[]>;
  /** Those ready of a provider that ended between two moments, those that ended first in front. */
  expiring(
    host: Member,
    ended: { readonly provider: string; readonly after: number; readonly by: number },
    limit: number,
  ): Promise<readonly RecordingOfRoom[]>;
}
