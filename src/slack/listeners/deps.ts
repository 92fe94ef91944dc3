import type { Clock } from '../../clock.ts';
import type { Capabilities } from '../../domain/capabilities.ts';
import type { CommandNames } from '../../domain/command.ts';
import type { Storage } from '../../usecases/ports/storage.ts';
import type { Dialogs } from '../dialogs.ts';

/** What a listener may touch: it parses, stores and acknowledges, and calls nobody but Slack for a dialog. */
export interface ListenerDeps {
  readonly storage: Storage;
  readonly clock: Clock;
  /** Whom new rooms are made with, and what that one can do. */
  readonly provider: string;
  readonly can: Capabilities;
  readonly maxRoomsPerTeam: number;
  readonly commands: CommandNames;
  readonly dialogs: Dialogs;
}
