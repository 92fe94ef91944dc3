import type { Policy, PolicyRule } from '../../domain/policy.ts';
import type { PolicyChange } from '../../domain/settings-change.ts';
import type { TextKey } from '../../locales/en.ts';
import type { Texts } from '../../locales/texts.ts';

type RuleTexts = {
  readonly [Rule in PolicyRule]: {
    readonly name: TextKey;
    readonly values: Readonly<Record<Policy[Rule], TextKey>>;
  };
};

/** What each rule and each of its values is called; the values stand in order of strictness. */
export const POLICY_TEXTS: RuleTexts = {
  makeRooms: {
    name: 'policy.make-rooms',
    values: {
      'members-and-guests': 'policy.make-rooms.members-and-guests',
      members: 'policy.make-rooms.members',
      admins: 'policy.make-rooms.admins',
    },
  },
  deleteRecordings: {
    name: 'policy.delete-recordings',
    values: {
      members: 'policy.delete-recordings.members',
      'host-and-admins': 'policy.delete-recordings.host-and-admins',
      nobody: 'policy.delete-recordings.nobody',
    },
  },
  seeLinks: {
    name: 'policy.see-links',
    values: { members: 'policy.see-links.members', 'host-only': 'policy.see-links.host-only' },
  },
  recording: {
    name: 'policy.recording',
    values: {
      automatic: 'policy.recording.automatic',
      offered: 'policy.recording.offered',
      none: 'policy.recording.none',
    },
  },
};

/** A value in words; null: not decided for the channel itself. */
export function policyValue({ rule, value }: Omit<PolicyChange, 'scope'>, texts: Texts): string {
  const values: Readonly<Record<string, TextKey>> = POLICY_TEXTS[rule].values;
  const key = value === null ? undefined : values[value];
  return texts.say(key ?? 'policy.as-above');
}
