import type { KnownBlock } from '@slack/types';
import type { ChannelMessage, ReminderRow } from '../../domain/channel-message.ts';
import type { Texts } from '../../locales/texts.ts';
import { actions, section } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { LIMITS } from './limits.ts';
import { bold } from './mrkdwn.ts';
import { recordingRow } from './recording-row.ts';
import { remindersButton } from './reminders-button.ts';
import { type Rendered, rendered } from './rendered.ts';

type Reminder = Extract<ChannelMessage, { kind: 'reminder' }>;

/** What goes soon, one under the other; what is gone by now stays in its place, without buttons. */
export function reminder({ rows, more }: Reminder, texts: Texts): Rendered {
  return rendered(
    section(texts.say('reminder.lead', { count: rows.length + more })),
    ...rows.flatMap((row) => rowBlocks(row, texts)),
    ...(more === 0 ? [] : [section(texts.say('reminder.more', { count: more }))]),
    actions(remindersButton({ wanted: true }, texts)),
  );
}

function rowBlocks(row: ReminderRow, texts: Texts): readonly KnownBlock[] {
  if (!row.isRemoved) return recordingRow(row, texts, texts.say('button.delete-now'));
  const title = bold(row.title, LIMITS.titleInRow);
  const when = dateToken(row.startedAt, 'day-and-time', texts);
  return [section(texts.say('reminder.removed', { title, when }))];
}
