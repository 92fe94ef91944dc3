import type { Answer, RecordingRow } from '../domain/answer.ts';
import { isAllowed } from '../domain/permissions.ts';
import type { Policy } from '../domain/policy.ts';
import { lengthSeconds } from '../domain/recording.ts';
import { keptUntil } from '../domain/retention.ts';
import { answer } from './answer.ts';
import type { Deps } from './deps.ts';
import { type FoundRecording, findRecordingFor } from './find-recording-for.ts';
import type { JobPayloads, ListScope, ReplyTo } from './job-payloads.ts';
import { isInChannel } from './may.ts';
import type { Profile } from './ports.ts';
import { isRemoved, positionOf, startOf } from './recording-facts.ts';

const SHOWN = 10;

/** Lists a channel's recordings, or some of them, to one person. What is not this channel's counts as unknown. */
export async function listRecordings(
  deps: Deps,
  { scope, reply }: JobPayloads['list-recordings'],
): Promise<undefined> {
  const found = await lookUp(deps, scope, reply);
  const byId = scope.kind === 'session' || scope.kind === 'recording';
  if (byId && found.length === 0) {
    await answer(deps, reply, { kind: 'recording-unknown' });
    return;
  }
  const reader = await readerOf(deps, found, reply);
  const visible = found.filter(({ room }) => isAllowed('see-recordings', reader.person, { room, ...reader }));
  if (found.length > 0 && visible.length === 0) {
    await answer(deps, reply, { kind: 'recordings-refused' });
    return;
  }
  const rows = await Promise.all(visible.slice(0, SHOWN).map((one) => rowOf(deps, one, reader)));
  const list: Answer = { kind: 'recordings', scope: scope.kind, rows, more: visible.length > SHOWN };
  await answer(deps, reply, list);
}

interface Reader {
  readonly person: Profile;
  readonly inChannel: boolean;
  readonly policy: Policy;
}

/** All of a list is of one channel, the one it was asked for in. */
async function readerOf(deps: Deps, [first]: readonly FoundRecording[], reply: ReplyTo): Promise<Reader> {
  const { teamId, userId, channelId } = reply;
  const person = await deps.workspace.profile(teamId, userId);
  const { policy } = await deps.storage.transaction((tables) =>
    tables.settings.of(teamId, first?.room.channelId ?? channelId),
  );
  const isOurs = first !== undefined && person.teamId === teamId;
  return { person, policy, inChannel: isOurs && (await isInChannel(deps, first.room, reply)) };
}

async function lookUp(deps: Deps, scope: ListScope, reply: ReplyTo): Promise<readonly FoundRecording[]> {
  switch (scope.kind) {
    case 'channel':
    case 'room': {
      const place = { teamId: reply.teamId, channelId: reply.channelId };
      const filter = scope.kind === 'room' ? { ...place, roomKey: scope.roomKey } : place;
      return deps.storage.transaction((tables) => tables.recordings.list(filter, { limit: SHOWN + 1 }));
    }
    case 'recording':
      return present([await findRecordingFor(deps, scope.recordingId, reply)]);
    case 'session': {
      const { sessionId } = scope;
      const ofSession = await deps.storage.transaction((tables) => tables.recordings.ofSession(sessionId));
      return present(await Promise.all(ofSession.map((r) => findRecordingFor(deps, r.recordingId, reply))));
    }
  }
}

function present(found: readonly (FoundRecording | undefined)[]): readonly FoundRecording[] {
  return found.filter((one) => one !== undefined && !isRemoved(one.recording)) as FoundRecording[];
}

async function rowOf(
  deps: Deps,
  { recording, room }: FoundRecording,
  { person, inChannel, policy }: Reader,
): Promise<RecordingRow> {
  const { recordingId, sessionId, endedAt } = recording;
  const ofSession = await deps.storage.transaction((tables) => tables.recordings.ofSession(sessionId));
  const startedAt = startOf(recording);
  const ready = recording.state === 'uploaded' && recording.confirmedAt !== null;
  return {
    recordingId,
    title: room.title,
    hostName: room.hostName,
    startedAt,
    lengthSeconds: lengthSeconds(recording),
    position: positionOf(recordingId, ofSession),
    keptUntil: ready ? keptUntil(endedAt ?? startedAt, deps.meetings.storage.keptDays) : null,
    mayDelete: isAllowed('delete-recording', person, { room, inChannel, policy }),
    whoDeletes: policy.deleteRecordings,
    timeZone: person.timeZone,
  };
}
