import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  capRecording,
  POLICY_RULES,
  POLICY_VALUES,
  type Policy,
  stricterOf,
} from '../../src/domain/policy.ts';

const policies: fc.Arbitrary<Policy> = fc.record({
  makeRooms: fc.constantFrom(...POLICY_VALUES.makeRooms),
  deleteRecordings: fc.constantFrom(...POLICY_VALUES.deleteRecordings),
  seeLinks: fc.constantFrom(...POLICY_VALUES.seeLinks),
  recording: fc.constantFrom(...POLICY_VALUES.recording),
});
const partly = policies.chain((policy) =>
  fc
    .subarray([...POLICY_RULES])
    .map((rules) => Object.fromEntries(rules.map((rule) => [rule, policy[rule]]))),
);
const strictness = (policy: Policy, rule: keyof Policy) =>
  (POLICY_VALUES[rule] as readonly string[]).indexOf(policy[rule]);

test('whatever a channel asks for: at least as strict as the workspace and as the channel, and as one of them', () => {
  fc.assert(
    fc.property(policies, partly, (workspace, channel) => {
      const both = stricterOf(workspace, channel);
      for (const rule of POLICY_RULES) {
        const asked = { ...workspace, ...channel };
        const wanted = Math.max(strictness(workspace, rule), strictness(asked, rule));
        expect(strictness(both, rule)).toBe(wanted);
      }
    }),
  );
});

test.each([
  ['automatic', 'automatic', 'automatic'],
  ['automatic', 'offered', 'offered'],
  ['automatic', 'none', 'off'],
  ['offered', 'automatic', 'offered'],
  ['offered', 'offered', 'offered'],
  ['offered', 'none', 'off'],
  ['off', 'automatic', 'off'],
  ['off', 'offered', 'off'],
  ['off', 'none', 'off'],
] as const)('%s asked for where %s is the most: %s', (recording, most, becomes) => {
  const hostOnly = recording !== 'off';

  const capped = capRecording({ recording, hostOnly }, most);

  expect(capped).toEqual({ recording: becomes, hostOnly: becomes !== 'off' });
});
