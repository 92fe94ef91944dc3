import type { ViewChannel } from '../../../protocol.ts';

/** How a channel is called in a sentence: `#general`, or a person's name. */
export function channelTitle({ kind, name }: ViewChannel): string {
  return kind === 'public' || kind === 'private' ? `#${name}` : name;
}
