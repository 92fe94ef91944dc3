import type { TextKey } from '../../locales/en.ts';
import { section } from './blocks.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';
import { troubleValues } from './trouble.ts';

const LEADS: Readonly<Record<AnswerOf<'failed'>['what'], TextKey>> = {
  link: 'failed.link',
  delete: 'failed.delete',
  'host-link': 'failed.host-link',
  recordings: 'failed.recordings',
  share: 'failed.share',
  change: 'failed.change',
  rooms: 'failed.rooms',
  recording: 'failed.recording',
  settings: 'failed.settings',
  'policy-message': 'failed.policy-message',
};

/** Something asked for by a click or command did not work, and may work later. */
export function failed(answer: AnswerOf<'failed'>, { texts }: Reader): Rendered {
  const { what, shut } = answer;
  return rendered(
    section(texts.say(LEADS[what])),
    shut === undefined
      ? section(texts.say('failed.next', troubleValues(answer)))
      : section(texts.say('failed.channel-shut', { why: shut })),
  );
}
