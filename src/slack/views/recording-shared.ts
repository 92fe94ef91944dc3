import type { ChannelMessage } from '../../domain/channel-message.ts';
import type { Texts } from '../../locales/texts.ts';
import { actions, section } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { lengthOf } from './length.ts';
import { bold, mention } from './mrkdwn.ts';
import { getLinkButton } from './recording-buttons.ts';
import { type Rendered, rendered } from './rendered.ts';

type RecordingShared = Extract<ChannelMessage, { kind: 'recording-shared' }>;

/** A recording that somebody points the channel to; each reader's link is minted at their own click. */
export function recordingShared(message: RecordingShared, texts: Texts): Rendered {
  const { index, of } = message.position ?? { index: 1, of: 1 };
  const values = {
    by: mention(message.sharedBy),
    title: bold(message.title),
    when: dateToken(message.startedAt, 'day-and-time', texts),
  };
  if (message.keptUntil === null) return rendered(section(texts.say('shared.removed', values)));
  const lead = texts.say('shared.lead', { ...values, length: lengthOf(message, texts), index, of });
  const keptUntil = dateToken(message.keptUntil, 'day', texts);
  return rendered(
    section(lead),
    section(texts.say('shared.kept', { keptUntil })),
    actions(getLinkButton(message, texts)),
  );
}
