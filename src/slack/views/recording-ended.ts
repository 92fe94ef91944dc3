import type { ChannelMessage } from '../../domain/channel-message.ts';
import type { Texts } from '../../locales/texts.ts';
import { section } from './blocks.ts';
import { lengthOf } from './length.ts';
import { LIMITS } from './limits.ts';
import { bold, code, link } from './mrkdwn.ts';
import { recordingMetadata } from './recording-metadata.ts';
import { type Rendered, rendered } from './rendered.ts';

type RecordingEnded = Extract<ChannelMessage, { kind: 'recording-ended' }>;

/** How long it was, and where its video is or will be. */
export function recordingEnded(message: RecordingEnded, texts: Texts): Rendered {
  const lead = texts.say('ended.lead', { title: bold(message.title), length: lengthOf(message, texts) });
  return {
    ...rendered(section(lead), section(whatNext(message, texts))),
    metadata: recordingMetadata('ended', message.recordingId),
  };
}

function whatNext({ next, recordingId }: RecordingEnded, texts: Texts): string {
  switch (next.kind) {
    case 'uploading':
      return texts.say('ended.uploading');
    case 'processing':
      return texts.say('ended.processing');
    case 'late':
      return texts.say('ended.late');
    case 'missing':
      return texts.say('ended.missing', { recordingId: code(recordingId, LIMITS.id) });
    case 'failed':
      return texts.say('ended.failed');
    case 'removed':
      return texts.say('ended.removed');
    case 'ready':
      return whereReady(next.permalink, texts);
  }
}

function whereReady(permalink: string | null, texts: Texts): string {
  if (permalink === null) return texts.say('ended.ready');
  return texts.say('ended.ready-link', { link: link(permalink, texts.say('ended.ready-link-text')) });
}
