import type { KnownBlock } from '@slack/types';
import type { FailedRoom, HomeRoom } from '../../domain/home.ts';
import type { NextStep } from '../../domain/room-failure.ts';
import type { TextKey } from '../../locales/en.ts';
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

const NEXT_STEPS: Readonly<Record<Exclude<NextStep, 'try-again'>, TextKey>> = {
  'invite-and-retry': 'home.failed-invite',
  'other-wish': 'home.failed-other-wish',
  'ask-admin': 'home.failed-ask-admin',
  'other-channel': 'home.failed-other-channel',
  'not-allowed': 'home.failed-not-allowed',
};

const RETRIED: ReadonlySet<NextStep> = new Set(['try-again', 'invite-and-retry']);

/** A room of the reader's that could not be made, and what can be done about it. */
export function failedRow(room: FailedRoom, texts: Texts): readonly KnownBlock[] {
  const title = bold(room.title, LIMITS.titleInRow);
  const day = dateToken(room.createdAt, 'day', texts);
  const { nextStep } = room;
  const channel = channelMention(room.channelId);
  const what = section(
    texts.say('home.failed', { title, day }),
    ...(nextStep === 'try-again' ? [] : [texts.say(NEXT_STEPS[nextStep], { channel })]),
  );
  return RETRIED.has(nextStep) ? [what, actions(retryButton(room, texts))] : [what];
}
