import type { ChannelMessage } from '../../domain/channel-message.ts';
import type { Texts } from '../../locales/texts.ts';
import { section } from './blocks.ts';
import { mention } from './mrkdwn.ts';
import { POLICY_TEXTS, policyValue } from './policy-texts.ts';
import { type Rendered, rendered } from './rendered.ts';

type PolicyChanged = Extract<ChannelMessage, { kind: 'policy-changed' }>;

/** What an admin has decided, rule by rule, for everybody whom it concerns. */
export function policyChanged({ changedBy, changes }: PolicyChanged, texts: Texts): Rendered {
  const lines = changes.map(({ scope, rule, value }) =>
    texts.say('policy-changed.line', {
      scope,
      rule: texts.say(POLICY_TEXTS[rule].name),
      value: policyValue({ rule, value }, texts),
    }),
  );
  return rendered(
    section(texts.say('policy-changed.lead', { by: mention(changedBy) })),
    section(lines.join('\n')),
  );
}
