import { section } from './blocks.ts';
import { bold, channelMention, link } from './mrkdwn.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';
import { troubleValues } from './trouble.ts';

/** The room is there but nobody sees it: gives its host the guest link to pass on, and what helps. */
export function cardRefused(answer: AnswerOf<'card-refused'>, { texts }: Reader): Rendered {
  const { title, channelId, joinUrl, why } = answer;
  const lead = texts.say('card-refused.lead', { title: bold(title), channel: channelMention(channelId) });
  return rendered(
    why === null ? section(lead) : section(lead, texts.say('channel-refused.why', { why })),
    section(texts.say('card-refused.next', { link: link(joinUrl) })),
    why === null
      ? section(texts.say('trouble.may-pass', troubleValues(answer)))
      : section(texts.say('channel-refused.instead'), texts.say('channel-refused.next', { why })),
  );
}
