import type { Button } from '@slack/types';
import type { ChannelMessage } from '../../domain/channel-message.ts';
import type { Texts } from '../../locales/texts.ts';
import { actions, section } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { lengthOf } from './length.ts';
import { bold, mention } from './mrkdwn.ts';
import { deleteButton, getLinkButton } from './recording-buttons.ts';
import { recordingMetadata } from './recording-metadata.ts';
import { type Rendered, rendered } from './rendered.ts';
import { selector } from './selector.ts';

type RecordingReady = Extract<ChannelMessage, { kind: 'recording-ready' }>;

/** The recording itself: which, how long it is kept, who may open and delete it. Its link is minted at the click. */
export function recordingReady(message: RecordingReady, texts: Texts): Rendered {
  const { index, of } = message.position ?? { index: 1, of: 1 };
  const lead = texts.say('ready.lead', {
    title: bold(message.title),
    when: dateToken(message.startedAt, 'day-and-time', texts),
    end: message.endedAt === null ? 'told' : dateToken(message.endedAt, 'time', texts),
    length: lengthOf(message, texts),
    index,
    of,
  });
  return {
    ...rendered(section(lead), section(whoMay(message, texts)), actions(...buttons(message, texts))),
    metadata: recordingMetadata('ready', message.recordingId),
  };
}

/** None that everybody would be refused. */
function buttons(message: RecordingReady, texts: Texts): Button[] {
  const getLink = getLinkButton(message, texts);
  return message.whoDeletes === 'nobody' ? [getLink] : [getLink, deleteButton(message, texts)];
}

function whoMay(message: RecordingReady, texts: Texts): string {
  const who = {
    keptUntil: dateToken(message.keptUntil, 'day', texts),
    opens: selector(message.whoOpens),
    deletes: selector(message.whoDeletes),
  };
  if (message.audience === 'host') return texts.say('ready.for-host', who);
  return texts.say('ready.for-channel', { ...who, host: mention(message.hostUserId) });
}
