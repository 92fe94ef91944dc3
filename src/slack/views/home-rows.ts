import type { KnownBlock } from '@slack/types';
import type { FailedRoom, HomeRoom } from '../../domain/home.ts';
import type { Texts } from '../../locales/texts.ts';
import { actions, section } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { LIMITS } from './limits.ts';
import { bold, channelMention } from './mrkdwn.ts';
import { hostsWaysIn, retryButton } from './room-buttons.ts';

/** An open room of the reader's. */
export function roomRow(room: HomeRoom, texts: Texts): readonly KnownBlock[] {
  const values = {
    title: bold(room.title, LIMITS.titleInRow),
    channel: channelMention(room.channelId),
    until: openUntil(room, texts),
  };
  return [
    section(texts.say(room.direct ? 'home.room-direct' : 'home.room', values)),
    actions(...hostsWaysIn(room, texts)),
  ];
}

function openUntil({ longTerm, expiresAt }: HomeRoom, texts: Texts): string {
  return longTerm && expiresAt !== null ? dateToken(expiresAt, 'day-and-time', texts) : 'empty';
}

/** A room of the reader's that could not be made. */
export function failedRow(room: FailedRoom, texts: Texts): readonly KnownBlock[] {
  const title = bold(room.title, LIMITS.titleInRow);
  const day = dateToken(room.createdAt, 'day', texts);
  return [section(texts.say('home.failed', { title, day })), actions(retryButton(room, texts))];
}
