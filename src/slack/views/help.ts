import { section } from './blocks.ts';
import type { Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';

/** Everything one can type, by example. */
export function help({ texts, commands }: Reader): Rendered {
  const { meet, recordings } = commands;
  return rendered(
    section(texts.say('help.lead', { meet })),
    section(texts.say('help.rooms', { meet })),
    section(texts.say('help.options')),
    section(texts.say('help.recordings', { meet, recordings })),
  );
}
