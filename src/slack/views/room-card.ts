import type { ChannelMessage } from '../../domain/channel-message.ts';
import type { RecordingMode } from '../../domain/room.ts';
import type { TextKey } from '../../locales/en.ts';
import type { Texts } from '../../locales/texts.ts';
import { actions, section } from './blocks.ts';
import { bold, mention } from './mrkdwn.ts';
import { type Rendered, rendered } from './rendered.ts';
import { hostLinkButton, joinButton, roomRecordingsButton } from './room-buttons.ts';
import { roomClosing } from './room-closing.ts';
import { roomNowSentences } from './room-now.ts';

type RoomCard = Extract<ChannelMessage, { kind: 'room-card' }>;

const EVERYONE: Readonly<Record<RecordingMode, TextKey>> = {
  automatic: 'card.recorded',
  offered: 'card.offered',
  off: 'card.not-recorded',
};
const ONLY_THE_HOST: Readonly<Record<RecordingMode, TextKey>> = {
  automatic: 'card.recorded-host-only',
  offered: 'card.offered-host-only',
  off: 'card.not-recorded',
};

/** What everybody should know before joining: whose room it is, what goes on, who is recorded, how long it is open. */
export function roomCard(card: RoomCard, texts: Texts): Rendered {
  const recording = card.hostOnly ? ONLY_THE_HOST : EVERYONE;
  const now = roomNowSentences(card, texts);
  return rendered(
    section(texts.say('card.lead', { title: bold(card.title), host: mention(card.hostUserId) })),
    ...(now.length === 0 ? [] : [section(...now)]),
    section(texts.say(recording[card.recording]), roomClosing(card, texts)),
    card.now.kind === 'expired'
      ? actions(roomRecordingsButton(card, texts))
      : actions(joinButton(card, texts), hostLinkButton(card, texts), roomRecordingsButton(card, texts)),
  );
}
