import { z } from 'zod';
import { POLICY_RULES, POLICY_VALUES, type Policy, type PolicyRule } from './policy.ts';
import { type Convenience, NOTIFY } from './settings.ts';

const ruleSchema = z.enum(['makeRooms', 'deleteRecordings', 'seeLinks', 'recording']);
const valueSchema = z.enum([
  ...POLICY_VALUES.makeRooms,
  ...POLICY_VALUES.deleteRecordings,
  ...POLICY_VALUES.seeLinks,
  ...POLICY_VALUES.recording,
]);

/** What has been decided of some rules. */
export const somePolicySchema = z.object({
  makeRooms: z.enum(POLICY_VALUES.makeRooms).exactOptional(),
  deleteRecordings: z.enum(POLICY_VALUES.deleteRecordings).exactOptional(),
  seeLinks: z.enum(POLICY_VALUES.seeLinks).exactOptional(),
  recording: z.enum(POLICY_VALUES.recording).exactOptional(),
});

const policyChangeSchema = z.object({
  scope: z.enum(['workspace', 'channel']),
  rule: ruleSchema,
  value: valueSchema.nullable(),
});
/** One rule, decided anew for the whole workspace or a channel; null: there as in the whole workspace. */
export type PolicyChange = z.infer<typeof policyChangeSchema>;

export const settingsChangeSchema = z.object({
  convenience: z.object({
    notify: z.enum(NOTIFY).exactOptional(),
    locale: z.string().nullable().exactOptional(),
    reminders: z.boolean().exactOptional(),
  }),
  policy: z.array(policyChangeSchema),
});
/** What somebody wants changed; what is left out stays as it is, also when somebody else changes it meanwhile. */
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

/** The settings of a channel as somebody sees them. */
export interface ShownSettings {
  readonly convenience: Convenience;
  /** Null: not shown to this person. */
  readonly policy: PolicyInForce | null;
}

export interface PolicyInForce {
  readonly workspace: Policy;
  /** Only what was decided for the channel itself. */
  readonly channel: Partial<Policy>;
}

/** What somebody changed in what they saw. */
export function changeBetween(before: ShownSettings, after: ShownSettings): SettingsChange {
  const { notify, locale, reminders } = after.convenience;
  return {
    convenience: {
      ...(notify !== before.convenience.notify && { notify }),
      ...(locale !== before.convenience.locale && { locale }),
      ...(reminders !== before.convenience.reminders && { reminders }),
    },
    policy: before.policy && after.policy ? policyChanges(before.policy, after.policy) : [],
  };
}

export function isNoChange({ convenience, policy }: SettingsChange): boolean {
  return Object.keys(convenience).length === 0 && policy.length === 0;
}

/** Those that are not so already. */
export function realChanges(
  changes: readonly PolicyChange[],
  inForce: PolicyInForce,
): readonly PolicyChange[] {
  return changes.filter(({ scope, rule, value }) => (inForce[scope][rule] ?? null) !== value);
}

/** A policy with those of the changes in it that are of that scope. Throws for a value that is none of its rule. */
export function withChanges(
  policy: Partial<Policy>,
  changes: readonly PolicyChange[],
  scope: PolicyChange['scope'],
): Partial<Policy> {
  const decided = new Map<PolicyRule, unknown>(Object.entries(policy) as [PolicyRule, unknown][]);
  for (const change of changes) {
    if (change.scope !== scope) continue;
    if (change.value === null) decided.delete(change.rule);
    else decided.set(change.rule, change.value);
  }
  return somePolicySchema.parse(Object.fromEntries(decided));
}

function policyChanges(before: PolicyInForce, after: PolicyInForce): PolicyChange[] {
  return (['workspace', 'channel'] as const).flatMap((scope) =>
    POLICY_RULES.map((rule) => ({ scope, rule, value: after[scope][rule] ?? null })).filter(
      ({ rule, value }) => value !== (before[scope][rule] ?? null),
    ),
  );
}
