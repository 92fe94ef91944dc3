import { section } from './blocks.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';

/** Everything one can type, by example. */
export function help({ hostOnly }: AnswerOf<'help'>, { texts, commands }: Reader): Rendered {
  const { meet, recordings } = commands;
  return rendered(
    section(texts.say('help.lead', { meet })),
    section(texts.say('help.rooms', { meet })),
    section(texts.say('help.options', { hostOnly: hostOnly ? 'yes' : 'no' })),
    section(texts.say('help.recordings', { meet, recordings })),
  );
}
