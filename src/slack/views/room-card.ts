import type { Button, KnownBlock } from '@slack/types';
import type { ChannelMessage } from '../../domain/channel-message.ts';
import type { RecordingMode } from '../../domain/room.ts';
import type { TextKey } from '../../locales/en.ts';
import type { Texts } from '../../locales/texts.ts';
import { actions, section } from './blocks.ts';
import { bold, mention } from './mrkdwn.ts';
import { type Rendered, rendered } from './rendered.ts';
import { hostLinkButton, joinButton, roomRecordingsButton } from './room-buttons.ts';
import {
  closeRoomButton,
  endAfterSessionButton,
  extendButton,
  handOverButton,
  openAgainButton,
  startRecordingButton,
  stopRecordingButton,
} from './room-change-buttons.ts';
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
  const recorded = texts.say(card.hostRecords ? 'card.offered-to-host' : recordedKey(card));
  const closing = roomClosing(card, texts);
  const isClosed = card.now.kind === 'expired';
  const now = roomNowSentences(card, texts);
  return rendered(
    section(texts.say('card.lead', { title: bold(card.title), host: mention(card.hostUserId) })),
    ...(now.length === 0 ? [] : [section(...now)]),
    section(...(isClosed ? [closing, recorded] : [recorded, closing])),
    ...buttons(card, texts),
  );
}

function recordedKey({ hostOnly, recording }: RoomCard): TextKey {
  return (hostOnly ? ONLY_THE_HOST : EVERYONE)[recording];
}

/** An instant room closes by itself, so there is nothing to change in it. */
function buttons(card: RoomCard, texts: Texts): readonly KnownBlock[] {
  const recordings = roomRecordingsButton(card, texts);
  if (card.now.kind === 'expired') return [actions(openAgainButton(card, texts), recordings)];
  const ways = actions(
    joinButton(card, texts),
    hostLinkButton(card, texts),
    ...recorderButtons(card, texts),
    recordings,
  );
  if (!card.longTerm) return [ways];
  const mayEnd = card.now.kind === 'in-session' && !card.closesAfterSession;
  const changes = [
    extendButton(card, texts),
    ...(mayEnd ? [endAfterSessionButton(card, texts)] : []),
    closeRoomButton(card, texts),
    handOverButton(card, texts),
  ];
  return [ways, actions(...changes)];
}

/** Only while there is something to record. */
function recorderButtons(card: RoomCard, texts: Texts): readonly Button[] {
  if (!card.hostRecords || card.now.kind !== 'in-session') return [];
  return [card.now.isRecorded ? stopRecordingButton(card, texts) : startRecordingButton(card, texts)];
}
