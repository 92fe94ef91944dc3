import type { Clock } from '../clock.ts';
import type { CommandNames } from '../domain/command.ts';
import type { Log } from '../log.ts';
import type { Meetings } from './ports/meetings.ts';
import type { Answers, ChannelMessages, Homes } from './ports/messages.ts';
import type { Storage } from './ports/storage.ts';
import type { Workspace } from './ports/workspace.ts';

/** What is worth counting and leaves no other trace. */
export interface Counts {
  /** A message was posted again, because an earlier try was left without an answer: it may stand there twice. */
  onPostedAgain(): void;
  /** A channel takes no messages of a room any more. */
  onChannelRefused(): void;
  /** A callback claimed a recording that the provider knows under another session. */
  onRecordingRefused(): void;
}

/** Everything a use case may talk to. */
export interface Deps {
  readonly storage: Storage;
  /** The provider of a room, a session or a recording, by the name it carries. */
  readonly meetingsOf: (provider: string) => Meetings;
  readonly workspace: Workspace;
  readonly messages: ChannelMessages;
  readonly answers: Answers;
  readonly homes: Homes;
  readonly clock: Clock;
  readonly log: Log;
  readonly counts: Counts;
  /** The provider that new rooms are made with … */
  readonly provider: string;
  /** … and all of them: what was made with another one goes on there. */
  readonly providers: readonly string[];
  /** Rooms a workspace may have being made or open. */
  readonly maxRoomsPerTeam: number;
  /** Where a provider sends a room's callbacks, given the room's token. */
  readonly callbackUrl: (provider: string, token: string) => string;
  /** The commands' names, for corrected commands. */
  readonly commands: CommandNames;
}
