import { randomUUID } from 'node:crypto';
import type { MovableClock } from '../vonage/movable-clock.ts';
import type { RecordingFiles } from '../vonage/recording-files.ts';
import type { VideoCallbacks } from './callbacks.ts';
import type { VideoFaults } from './faults.ts';
import {
  type Archive,
  type ArchiveSettings,
  type ArchiveStatus,
  isRunning,
  type Session,
  type World,
} from './model.ts';

/** "Archives … in the Vonage cloud are available for 72 hours" (Vonage's archiving guide). */
const KEPT_MS = 72 * 3_600_000;

export type StopReason =
  | 'maximum duration exceeded'
  | 'maximum idle time exceeded'
  | 'session ended'
  | 'user initiated';

/** The life of archives: started, paused, stopped, available or uploaded or failed, expired. Each step sends its callback. */
export interface Archives {
  /** `at`: when it began; now unless it is of the past. */
  begin(
    session: Session,
    options: { readonly settings: ArchiveSettings; readonly isAutomatic: boolean; readonly at?: number },
  ): Archive;
  /** Nobody publishes any more. */
  pause(archive: Archive): void;
  resume(archive: Archive): void;
  /** The outcome follows after the upload delay. */
  stop(archive: Archive, reason: StopReason, at?: number): void;
  fail(archive: Archive, reason: string): void;
  remove(archive: Archive): void;
  /** How long it has recorded so far, in milliseconds. */
  recordedMs(archive: Archive): number;
}

export function createArchives(deps: {
  readonly world: World;
  readonly clock: MovableClock;
  readonly callbacks: VideoCallbacks;
  readonly files: RecordingFiles;
  readonly faults: VideoFaults;
  readonly uploadDelayMs: number;
  readonly onChange: (session: Session) => void;
}): Archives {
  const { world, clock, callbacks, files, faults } = deps;

  const become = (archive: Archive, status: ArchiveStatus, reason = ''): void => {
    Object.assign(archive, { status, reason, updatedAt: clock.now() });
    callbacks.archive(archive);
    deps.onChange(archive.session);
  };

  const recordedMs = ({ recordedMs: before, runningSince }: Archive, until = clock.now()): number =>
    before + (runningSince === undefined ? 0 : until - runningSince);

  const rest = (archive: Archive, at = clock.now()): void => {
    archive.recordedMs = recordedMs(archive, at);
    archive.runningSince = undefined;
  };

  const dropFile = (archive: Archive): void => {
    if (archive.file) files.remove(archive.file);
    archive.file = undefined;
  };

  const expire = (archive: Archive): void => {
    if (!world.archives.has(archive.id)) return;
    dropFile(archive);
    become(archive, 'expired');
  };

  const finish = (archive: Archive, stoppedAt: number): void => {
    if (archive.status === 'failed') return;
    const outcome = faults.current().archive_outcome;
    if (outcome === 'available') {
      if (archive.streams.size > 0) archive.file = files.finish(archive.id);
      clock.at(stoppedAt + KEPT_MS, () => expire(archive));
    }
    become(archive, outcome, outcome === 'failed' ? 'failure' : archive.reason);
  };

  return {
    recordedMs,
    begin(session, { settings, isAutomatic, at = clock.now() }) {
      const archive: Archive = {
        id: randomUUID(),
        session,
        settings,
        isAutomatic,
        startedAt: at,
        status: 'started',
        reason: '',
        updatedAt: at,
        recordedMs: 0,
        runningSince: at,
        streams: new Map(session.streams),
        file: undefined,
      };
      world.archives.set(archive.id, archive);
      become(archive, 'started');
      return archive;
    },
    pause(archive) {
      if (archive.status !== 'started') return;
      rest(archive);
      become(archive, 'paused');
    },
    resume(archive) {
      if (archive.status !== 'paused') return;
      archive.runningSince = clock.now();
      become(archive, 'started');
    },
    stop(archive, reason, at = clock.now()) {
      rest(archive, at);
      if (faults.current().outcome_first) {
        archive.reason = reason;
        finish(archive, at);
        callbacks.archive({ ...archive, status: 'stopped' });
        return;
      }
      become(archive, 'stopped', reason);
      clock.at(clock.now() + deps.uploadDelayMs, () => finish(archive, at));
    },
    fail(archive, reason) {
      if (isRunning(archive)) rest(archive);
      dropFile(archive);
      become(archive, 'failed', reason);
    },
    remove(archive) {
      dropFile(archive);
      world.archives.delete(archive.id);
    },
  };
}
