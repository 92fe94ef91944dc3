import type { HostFault } from '../../domain/room-answer.ts';
import type { TextKey } from '../../locales/en.ts';
import { encodeRoomValue } from '../button-values.ts';
import { actions, section } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { bold, mention } from './mrkdwn.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';
import { hostLinkButton } from './room-buttons.ts';
import { EXTENSION_BUTTONS, newHostSelect } from './room-change-buttons.ts';

/** Asks back, with one button for each answer. */
export function howLongToExtend(answer: AnswerOf<'how-long-to-extend'>, { texts }: Reader): Rendered {
  const { title, until } = answer;
  const lead = texts.say('extend.lead', { title: bold(title) });
  return rendered(
    until === null
      ? section(lead)
      : section(lead, texts.say('extend.now', { until: dateToken(until, 'day-and-time', texts) })),
    actions(...EXTENSION_BUTTONS.map((button) => button(answer, texts))),
  );
}

/** Asks back, with everybody to choose from. */
export function whomToHandOver(answer: AnswerOf<'whom-to-hand-over'>, { texts }: Reader): Rendered {
  return rendered(section(texts.say('hand-over.lead', { title: bold(answer.title) })), {
    type: 'actions',
    block_id: encodeRoomValue(answer),
    elements: [newHostSelect(texts)],
  });
}

/** What the provider has made of it. */
export function roomExtended({ title, until }: AnswerOf<'room-extended'>, { texts }: Reader): Rendered {
  if (until === null) return rendered(section(texts.say('extended.lead-no-date', { title: bold(title) })));
  const values = { title: bold(title), until: dateToken(until, 'day-and-time', texts) };
  return rendered(section(texts.say('extended.lead', values)));
}

/** Closing takes ten minutes, in which the link still works. */
export function roomClosingSoon({ title, until }: AnswerOf<'room-closing'>, { texts }: Reader): Rendered {
  const lead =
    until === null
      ? texts.say('closing.lead-no-date', { title: bold(title) })
      : texts.say('closing.lead', { title: bold(title), at: dateToken(until, 'time', texts) });
  return rendered(section(lead), section(texts.say('closing.next')));
}

const FAULTS: Readonly<Record<HostFault, TextKey>> = {
  gone: 'host-refused.gone',
  bot: 'host-refused.bot',
  'other-workspace': 'host-refused.other-workspace',
  'not-in-channel': 'host-refused.not-in-channel',
};

/** Why that person can't be the host. */
export function hostRefused(answer: AnswerOf<'host-refused'>, { texts }: Reader): Rendered {
  const { title, userId, why, noRoom } = answer;
  const values = { title: bold(title), person: mention(userId), what: noRoom ? 'room' : 'host' };
  return rendered(section(texts.say(FAULTS[why], values)));
}

/** A direct message. The host link is fetched by a click: in a message that stays it would be for anyone who sees it. */
export function hostNow(answer: AnswerOf<'host-now'>, { texts }: Reader): Rendered {
  const values = { title: bold(answer.title), by: mention(answer.byUserId) };
  return rendered(
    section(texts.say('host-now.lead', values)),
    section(texts.say('host-now.next')),
    actions(hostLinkButton(answer, texts)),
  );
}
