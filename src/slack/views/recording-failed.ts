import type { ChannelMessage } from '../../domain/channel-message.ts';
import type { Texts } from '../../locales/texts.ts';
import { section } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { LIMITS } from './limits.ts';
import { bold, code } from './mrkdwn.ts';
import { recordingMetadata } from './recording-metadata.ts';
import { type Rendered, rendered } from './rendered.ts';

type RecordingFailed = Extract<ChannelMessage, { kind: 'recording-failed' }>;

/** In place of the video: that there will be none, why, and what an admin needs to ask further. */
export function recordingFailed(message: RecordingFailed, texts: Texts): Rendered {
  const { recordingId, title, startedAt, reason } = message;
  const when = dateToken(startedAt, 'day-and-time', texts);
  const id = code(recordingId, LIMITS.id);
  const why =
    reason === null
      ? texts.say('recording-failed.no-reason', { recordingId: id })
      : texts.say('recording-failed.reason', { recordingId: id, reason: code(reason, LIMITS.id) });
  return {
    ...rendered(section(texts.say('recording-failed.lead', { title: bold(title), when })), section(why)),
    metadata: recordingMetadata('failed', recordingId),
  };
}
