import { actions, section } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { bold, mention } from './mrkdwn.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';
import { joinButton, startAsHostButton } from './room-buttons.ts';

/** Only for the host: the host link before anything else, because whoever uses Join is a guest. */
export function roomReady(answer: AnswerOf<'room-ready'>, { texts }: Reader): Rendered {
  const { title, longTerm, expiresAt, messagesGoTo } = answer;
  const sentences = [texts.say('room-ready.start')];
  if (longTerm && expiresAt !== null) {
    // The time as understood: a mistaken date is noticed here.
    const until = dateToken(expiresAt, 'day-and-time', texts);
    sentences.push(texts.say('room-ready.open-until', { until }));
  }
  if (messagesGoTo === 'direct-messages') sentences.push(texts.say('room-ready.direct-messages'));
  sentences.push(texts.say('private.only-you'));

  return rendered(
    section(texts.say('room-ready.lead', { title: bold(title) })),
    section(...sentences),
    actions(startAsHostButton(answer, texts)),
  );
}

/** For whoever named somebody else as the host: they are told, and the host link is theirs alone. */
export function roomReadyFor(answer: AnswerOf<'room-ready-for'>, { texts }: Reader): Rendered {
  const { title, hostUserId } = answer;
  return rendered(
    section(texts.say('room-ready-for.lead', { title: bold(title), host: mention(hostUserId) })),
    section(texts.say('room-ready-for.next')),
    actions(joinButton(answer, texts)),
  );
}
