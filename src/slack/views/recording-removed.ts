import type { ChannelMessage } from '../../domain/channel-message.ts';
import type { Texts } from '../../locales/texts.ts';
import { section } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { bold, mention } from './mrkdwn.ts';
import { recordingMetadata } from './recording-metadata.ts';
import { type Rendered, rendered } from './rendered.ts';

type RecordingRemoved = Extract<ChannelMessage, { kind: 'recording-deleted' | 'recording-gone' }>;

/** What "Recording ready" becomes once the recording is no more. */
export function recordingRemoved(message: RecordingRemoved, texts: Texts): Rendered {
  return {
    ...rendered(section(whatHappened(message, texts))),
    metadata: recordingMetadata('ready', message.recordingId),
  };
}

function whatHappened(message: RecordingRemoved, texts: Texts): string {
  const title = bold(message.title);
  const when = dateToken(message.startedAt, 'day-and-time', texts);
  if (message.kind === 'recording-gone') {
    return texts.say('removed.gone', { title, when, day: dateToken(message.goneSince, 'day', texts) });
  }
  return texts.say('removed.deleted', {
    title,
    when,
    by: mention(message.deletedBy),
    day: dateToken(message.deletedAt, 'day', texts),
    time: dateToken(message.deletedAt, 'time', texts),
  });
}
