import { actions, section } from './blocks.ts';
import { bold } from './mrkdwn.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';
import { startAsHostButton } from './room-buttons.ts';

/** Only for the host, at each click anew. */
export function hostLink(answer: AnswerOf<'host-link'>, { texts }: Reader): Rendered {
  return rendered(
    section(texts.say('host-link.lead', { title: bold(answer.title) })),
    section(texts.say('host-link.start'), texts.say('private.only-you')),
    actions(startAsHostButton(answer, texts)),
  );
}
