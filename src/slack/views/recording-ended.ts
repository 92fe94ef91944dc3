import type { ChannelMessage } from '../../domain/channel-message.ts';
import type { Texts } from '../../locales/texts.ts';
import { section } from './blocks.ts';
import { lengthOf } from './length.ts';
import { bold, link } from './mrkdwn.ts';
import { recordingMetadata } from './recording-metadata.ts';
import { type Rendered, rendered } from './rendered.ts';

type RecordingEnded = Extract<ChannelMessage, { kind: 'recording-ended' }>;

/** How long it was, and where its video is or will be. */
export function recordingEnded(message: RecordingEnded, texts: Texts): Rendered {
  const lead = texts.say('ended.lead', { title: bold(message.title), length: lengthOf(message, texts) });
  return {
    ...rendered(section(lead), section(whatNext(message.next, texts))),
    metadata: recordingMetadata('ended', message.recordingId),
  };
}

function whatNext(next: RecordingEnded['next'], texts: Texts): string {
  if (next.kind === 'uploading') return texts.say('ended.uploading');
  if (next.kind === 'removed') return texts.say('ended.removed');
  if (next.permalink === null) return texts.say('ended.ready');
  return texts.say('ended.ready-link', { link: link(next.permalink, texts.say('ended.ready-link-text')) });
}
