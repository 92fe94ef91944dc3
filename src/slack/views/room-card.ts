import type { ChannelMessage } from '../../domain/channel-message.ts';
import type { RecordingMode } from '../../domain/room.ts';
import type { TextKey } from '../../locales/en.ts';
import type { Texts } from '../../locales/texts.ts';
import { actions, section } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { bold, mention } from './mrkdwn.ts';
import { type Rendered, rendered } from './rendered.ts';
import { hostLinkButton, joinButton, roomRecordingsButton } from './room-buttons.ts';

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

/** What everybody should know before joining: whose room it is, who is recorded, how long it stays open. */
export function roomCard(card: RoomCard, texts: Texts): Rendered {
  const recording = card.hostOnly ? ONLY_THE_HOST : EVERYONE;
  return rendered(
    section(texts.say('card.lead', { title: bold(card.title), host: mention(card.hostUserId) })),
    section(texts.say(recording[card.recording]), closing(card, texts)),
    card.open
      ? actions(joinButton(card, texts), hostLinkButton(card, texts), roomRecordingsButton(card, texts))
      : actions(roomRecordingsButton(card, texts)),
  );
}

function closing({ open, longTerm, expiresAt }: RoomCard, texts: Texts): string {
  if (!open) return texts.say('card.closed');
  if (longTerm) {
    if (expiresAt === null) return texts.say('card.stays-open');
    return texts.say('card.open-until', { until: dateToken(expiresAt, 'day-and-time', texts) });
  }
  if (expiresAt === null) return texts.say('card.closes-when-empty');
  return texts.say('card.closes', { at: dateToken(expiresAt, 'time', texts) });
}
