import type { Button, KnownBlock } from '@slack/types';
import type { Kept, RecordingRow } from '../../domain/recording-row.ts';
import type { Texts } from '../../locales/texts.ts';
import { actions, section } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { lengthOf } from './length.ts';
import { LIMITS } from './limits.ts';
import { bold } from './mrkdwn.ts';
import { deleteButton, getLinkButton, shareButton } from './recording-buttons.ts';

/** A recording in a list, with its buttons; one that is not uploaded yet, failed, or whose time is over, has none. */
export function recordingRow(
  row: RecordingRow,
  texts: Texts,
  deleteLabel = texts.say('button.delete'),
): KnownBlock[] {
  const { index, of } = row.position ?? { index: 1, of: 1 };
  const values = {
    title: bold(row.title, LIMITS.titleInRow),
    when: dateToken(row.startedAt, 'day-and-time', texts),
    length: lengthOf(row, texts),
    index,
    of,
  };
  if (row.kept === null) {
    return [section(texts.say(row.failed ? 'list.row-failed' : 'list.row-uploading', values))];
  }
  const { until, daysLeft } = row.kept;
  const kept = { ...values, keptUntil: dateToken(until, 'day', texts), daysLeft };
  if (isOver(row.kept)) return [section(texts.say('list.row-over', kept))];
  const buttons = buttonsOf(row, texts, deleteLabel);
  return [section(texts.say('list.row', kept)), ...(buttons.length === 0 ? [] : [actions(...buttons)])];
}

function isOver({ daysLeft }: Kept): boolean {
  return daysLeft < 0;
}

/** None that the reader would be refused. */
function buttonsOf(row: RecordingRow, texts: Texts, deleteLabel: string): readonly Button[] {
  return [
    ...(row.mayGetLink ? [getLinkButton(row, texts)] : []),
    ...(row.mayShare ? [shareButton(row, texts)] : []),
    ...(row.mayDelete ? [deleteButton(row, texts, deleteLabel)] : []),
  ];
}
