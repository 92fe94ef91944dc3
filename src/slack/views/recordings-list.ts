import type { KnownBlock } from '@slack/types';
import type { RecordingRow } from '../../domain/answer.ts';
import type { Texts } from '../../locales/texts.ts';
import { actions, section } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { lengthOf } from './length.ts';
import { LIMITS } from './limits.ts';
import { bold } from './mrkdwn.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { deleteButton, getLinkButton } from './recording-buttons.ts';
import { type Rendered, rendered } from './rendered.ts';

type RecordingsList = AnswerOf<'recordings'>;

/** Recordings one under the other, each with its own buttons; one that is not uploaded yet has none. */
export function recordingsList(answer: RecordingsList, { texts }: Reader): Rendered {
  return rendered(section(lead(answer, texts)), ...answer.rows.flatMap((row) => rowBlocks(row, texts)));
}

function lead({ scope, rows, more }: RecordingsList, texts: Texts): string {
  if (rows.length === 0) return texts.say('list.none', { scope });
  return more
    ? texts.say('list.some-of-more', { scope, count: rows.length })
    : texts.say('list.some', { scope, count: rows.length });
}

function rowBlocks(row: RecordingRow, texts: Texts): KnownBlock[] {
  const { index, of } = row.position ?? { index: 1, of: 1 };
  const values = {
    title: bold(row.title, LIMITS.titleInShort),
    when: dateToken(row.startedAt, 'day-and-time', texts),
    length: lengthOf(row, texts),
    index,
    of,
  };
  if (row.keptUntil === null) return [section(texts.say('list.row-uploading', values))];

  const keptUntil = dateToken(row.keptUntil, 'day', texts);
  const buttons = [getLinkButton(row, texts)];
  if (row.mayDelete) buttons.push(deleteButton(row, texts));
  return [section(texts.say('list.row', { ...values, keptUntil })), actions(...buttons)];
}
