import type { ChannelMessage } from '../domain/channel-message.ts';
import type { Deps } from './deps.ts';
import { byGoing } from './kept.ts';
import type { RecordingOfRoom } from './ports/recordings.ts';
import type { Profile } from './ports/workspace.ts';
import { isRemoved } from './recording-facts.ts';
import { recordingRows } from './recording-rows.ts';

/** More would not fit a message. */
const SHOWN = 10;

/** A reminder to a host of these recordings, as they are now. */
export async function reminderMessage(
  deps: Deps,
  { subject, recordings, host }: ReminderFacts,
): Promise<ChannelMessage> {
  const inOrder = byGoing(deps, recordings);
  const shown = inOrder.slice(0, SHOWN);
  const rows = await recordingRows(deps, shown, { person: host, inChannel: false, mayShare: false });
  const removed = new Set(
    shown.filter(({ recording }) => isRemoved(recording)).map(({ recording }) => recording.recordingId),
  );
  return {
    kind: 'reminder',
    subject,
    rows: rows.map((row) => ({ ...row, isRemoved: removed.has(row.recordingId) })),
    more: inOrder.slice(SHOWN).filter(({ recording }) => !isRemoved(recording)).length,
  };
}

interface ReminderFacts {
  readonly subject: string;
  readonly recordings: readonly RecordingOfRoom[];
  readonly host: Profile;
}
