import type { ChannelMessage } from '../../domain/channel-message.ts';
import type { Texts } from '../../locales/texts.ts';
import { actions, section } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { bold } from './mrkdwn.ts';
import { recordingMetadata } from './recording-metadata.ts';
import { type Rendered, rendered } from './rendered.ts';
import { joinButton } from './room-buttons.ts';

type RecordingStarted = Extract<ChannelMessage, { kind: 'recording-started' }>;

/** Tells those who could still join that it is recorded; without Join once the recording is over. */
export function recordingStarted(message: RecordingStarted, texts: Texts): Rendered {
  const { title, startedAt, joinUrl, recordingId } = message;
  const lead = texts.say('started.lead', { title: bold(title), at: dateToken(startedAt, 'time', texts) });
  const buttons = joinUrl === null ? [] : [actions(joinButton({ ...message, joinUrl }, texts))];
  return {
    ...rendered(section(lead), ...buttons),
    metadata: recordingMetadata('started', recordingId),
  };
}
