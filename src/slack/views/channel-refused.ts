import { section } from './blocks.ts';
import { bold, channelMention } from './mrkdwn.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';

/** Tells a host why the channel hears no more of their room, where its recordings come instead, and what helps. */
export function channelRefused(answer: AnswerOf<'channel-refused'>, { texts }: Reader): Rendered {
  const { title, channelId, why } = answer;
  const what = { title: bold(title), channel: channelMention(channelId) };
  return rendered(
    section(texts.say('channel-refused.lead', what), texts.say('channel-refused.why', { why })),
    section(texts.say('channel-refused.instead'), texts.say('channel-refused.next', { why })),
  );
}
