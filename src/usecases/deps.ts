import type { Clock } from '../clock.ts';
import type { CommandNames } from '../domain/command.ts';
import type { Log } from '../log.ts';
import type { Answers, ChannelMessages, Meetings, Storage, Workspace } from './ports.ts';

/** Everything a use case may talk to. */
export interface Deps {
  readonly storage: Storage;
  readonly meetings: Meetings;
  readonly workspace: Workspace;
  readonly messages: ChannelMessages;
  readonly answers: Answers;
  readonly clock: Clock;
  readonly log: Log;
  /** Which meeting service new rooms are made with. */
  readonly provider: string;
  /** The address for a room's callbacks, given its token. */
  readonly callbackUrl: (token: string) => string;
  /** The commands' names, for corrected commands. */
  readonly commands: CommandNames;
}
