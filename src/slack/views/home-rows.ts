import type { KnownBlock } from '@slack/types';
import type { FailedRoom, HomeRoom } from '../../domain/home.ts';
import type { Texts } from '../../locales/texts.ts';
import { actions, section } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { LIMITS } from './limits.ts';
import { bold, channelMention } from './mrkdwn.ts';
import { hostsWaysIn, retryButton } from './room-buttons.ts';
import { roomClosing } from './room-closing.ts';
import { roomNowSentences } from './room-now.ts';

/** An open room of the reader's. */
export function roomRow(room: HomeRoom, texts: Texts): readonly KnownBlock[] {
  const values = {
    title: bold(room.title, LIMITS.titleInRow),
    channel: channelMention(room.channelId),
  };
  const { session, ...rest } = room;
  const now = { ...rest, now: session ?? ({ kind: 'open' } as const) };
  return [
    section(
      texts.say(room.direct ? 'home.room-direct' : 'home.room', values),
      ...roomNowSentences(now, texts),
      roomClosing(now, texts),
    ),
    actions(...hostsWaysIn(room, texts)),
  ];
}

/** A room of the reader's that could not be made. */
export function failedRow(room: FailedRoom, texts: Texts): readonly KnownBlock[] {
  const title = bold(room.title, LIMITS.titleInRow);
  const day = dateToken(room.createdAt, 'day', texts);
  return [section(texts.say('home.failed', { title, day })), actions(retryButton(room, texts))];
}
