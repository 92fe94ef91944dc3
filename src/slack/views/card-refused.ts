import { section } from './blocks.ts';
import { bold, link } from './mrkdwn.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';
import { troubleValues } from './trouble.ts';

/** The room is there but nobody sees it: gives its host the guest link to pass on. */
export function cardRefused(answer: AnswerOf<'card-refused'>, { texts }: Reader): Rendered {
  return rendered(
    section(texts.say('card-refused.lead', { title: bold(answer.title) })),
    section(texts.say('card-refused.next', { link: link(answer.joinUrl) })),
    section(texts.say('trouble.may-pass', troubleValues(answer))),
  );
}
