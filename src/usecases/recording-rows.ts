import { isAllowed } from '../domain/permissions.ts';
import { DEFAULT_POLICY, type Policy } from '../domain/policy.ts';
import { lengthSeconds } from '../domain/recording.ts';
import type { RecordingRow } from '../domain/recording-row.ts';
import { daysLeft } from '../domain/retention.ts';
import type { Deps } from './deps.ts';
import type { FoundRecording } from './find-recording-for.ts';
import { goesAt } from './kept.ts';
import type { Tables } from './ports/storage.ts';
import type { Profile } from './ports/workspace.ts';
import { positionOf, startOf } from './recording-facts.ts';

/** Whom the rows are for. */
export interface RowReader {
  readonly person: Profile;
  /** Of the channel of all of them. */
  readonly inChannel: boolean;
  /** Do they stand where one of them can be shared? */
  readonly mayShare: boolean;
}

/** Recordings as rows of a list, whatever their number by one question to the storage. */
export async function recordingRows(
  deps: Deps,
  found: readonly FoundRecording[],
  reader: RowReader,
): Promise<readonly RecordingRow[]> {
  const sessionIds = [...new Set(found.map(({ recording }) => recording.sessionId))];
  const { siblings, policies } = await deps.storage.transaction(async (tables) => ({
    siblings: await tables.recordings.ofSessions(sessionIds),
    policies: await policiesOf(tables, found),
  }));
  const ofSession = Map.groupBy(siblings, ({ sessionId }) => sessionId);
  const now = deps.clock.now();
  return found.map(({ recording, room }): RecordingRow => {
    const { recordingId, sessionId } = recording;
    const ready = recording.state === 'uploaded' && recording.confirmedAt !== null;
    const until = goesAt(deps, recording);
    const { person, inChannel, mayShare } = reader;
    const policy = policies.get(room.channelId) ?? DEFAULT_POLICY;
    return {
      recordingId,
      title: room.title,
      hostName: room.hostName,
      startedAt: startOf(recording),
      lengthSeconds: lengthSeconds(recording),
      position: positionOf(recordingId, ofSession.get(sessionId) ?? []),
      kept: ready ? { until, daysLeft: daysLeft(until, now, person.timeZone) } : null,
      failed: recording.state === 'failed',
      mayGetLink: isAllowed('get-recording-link', person, { room, inChannel, policy }),
      mayDelete: isAllowed('delete-recording', person, { room, inChannel, policy }),
      whoDeletes: policy.deleteRecordings,
      mayShare: mayShare && !room.direct,
      timeZone: person.timeZone,
    };
  });
}

/** What holds in each of their channels. */
async function policiesOf(
  tables: Tables,
  found: readonly FoundRecording[],
): Promise<ReadonlyMap<string, Policy>> {
  const policies = new Map<string, Policy>();
  for (const { room } of found) {
    if (policies.has(room.channelId)) continue;
    policies.set(room.channelId, (await tables.settings.of(room.teamId, room.channelId)).policy);
  }
  return policies;
}
