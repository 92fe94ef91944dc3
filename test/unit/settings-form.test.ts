import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY, POLICY_RULES, POLICY_VALUES, type Policy } from '../../src/domain/policy.ts';
import { NOTIFY } from '../../src/domain/settings.ts';
import {
  changeBetween,
  isNoChange,
  realChanges,
  type ShownSettings,
  settingsChangeSchema,
  withChanges,
} from '../../src/domain/settings-change.ts';
import {
  AS_ABOVE,
  encodeSettingsOrigin,
  readSettingsForm,
  readSettingsOrigin,
} from '../../src/slack/settings-form.ts';
import { settingsDialog } from '../../src/slack/views/settings-dialog.ts';
import { dialogProblems } from '../support/slack-limits.ts';
import { chosen, inputsOf, stateOf } from '../support/view-state.ts';

const policy: fc.Arbitrary<Policy> = fc.record({
  makeRooms: fc.constantFrom(...POLICY_VALUES.makeRooms),
  deleteRecordings: fc.constantFrom(...POLICY_VALUES.deleteRecordings),
  seeLinks: fc.constantFrom(...POLICY_VALUES.seeLinks),
  recording: fc.constantFrom(...POLICY_VALUES.recording),
});
const some = fc
  .tuple(policy, fc.subarray([...POLICY_RULES]))
  .map(([all, rules]) => Object.fromEntries(rules.map((rule) => [rule, all[rule]])) as Partial<Policy>);
const shown: fc.Arbitrary<ShownSettings> = fc.record({
  convenience: fc.record({
    notify: fc.constantFrom(...NOTIFY),
    locale: fc.constantFrom(null, 'en-US', 'en-GB', 'de-DE', 'de-AT'),
    reminders: fc.boolean(),
  }),
  policy: fc.option(fc.record({ workspace: policy, channel: some })),
});
const origin = (before: ShownSettings) => ({ channelId: 'C1', responseUrl: null, before });

describe('the settings dialog on the wire', () => {
  test('what it showed: what is written is what is read, and it fits', () => {
    fc.assert(
      fc.property(shown, (before) => {
        const text = encodeSettingsOrigin(origin(before));

        expect(text.length).toBeLessThanOrEqual(3000);
        expect(readSettingsOrigin(text)).toEqual(origin(before));
      }),
    );
  });

  test('whatever it shows: Slack takes it, and submitted as it is opened nothing changes', () => {
    fc.assert(
      fc.property(shown, fc.constantFrom('en', 'de'), (before, locale) => {
        const view = settingsDialog(origin(before), locale);
        const after = readSettingsForm(stateOf(view), before);

        expect(dialogProblems(view)).toEqual([]);
        expect(after).toEqual(before);
        expect(isNoChange(changeBetween(before, before))).toBe(true);
      }),
    );
  });

  test('what a channel may choose of a rule is stricter than the workspace, or chosen already', () => {
    fc.assert(
      fc.property(policy, some, (workspace, channel) => {
        const before = {
          convenience: { notify: 'quiet', locale: null, reminders: true },
          policy: { workspace, channel },
        } as const;
        for (const { block_id: field = '', element } of inputsOf(settingsDialog(origin(before), 'en'))) {
          const [scope, rule] = field.split('.') as ['workspace' | 'channel', keyof Policy];
          if (scope !== 'channel') continue;
          const values = POLICY_VALUES[rule] as readonly string[];
          const offered = (element as { options: { value: string }[] }).options.map(({ value }) => value);
          const stricter = values.slice(values.indexOf(workspace[rule]) + 1);
          const expected = values.filter((value) => stricter.includes(value) || value === channel[rule]);
          expect(offered).toEqual([AS_ABOVE, ...expected]);
        }
      }),
    );
  });

  test.each([
    { notify: chosen('loudly') },
    { 'workspace.makeRooms': chosen('everybody') },
    { 'channel.seeLinks': chosen('admins') },
    { notify: null },
  ])('%j: is no state of ours', (entered) => {
    const before: ShownSettings = {
      convenience: { notify: 'messages', locale: null, reminders: true },
      policy: { workspace: DEFAULT_POLICY, channel: {} },
    };

    expect(readSettingsForm(stateOf(settingsDialog(origin(before), 'en'), entered), before)).toBeUndefined();
  });

  test.each(['', '{}', '{"v":2}', 'null'])('%j: was not written by us', (text) => {
    expect(readSettingsOrigin(text)).toBeUndefined();
  });
});

describe('what somebody changes', () => {
  test('is what they see afterwards, once', () => {
    fc.assert(
      fc.property(shown, shown, (before, after) => {
        fc.pre((before.policy === null) === (after.policy === null));
        const change = settingsChangeSchema.parse(changeBetween(before, after));

        expect({ ...before.convenience, ...change.convenience }).toEqual(after.convenience);
        if (before.policy === null || after.policy === null) {
          expect(change.policy).toEqual([]);
          return;
        }
        expect(withChanges(before.policy.workspace, change.policy, 'workspace')).toEqual(
          after.policy.workspace,
        );
        expect(withChanges(before.policy.channel, change.policy, 'channel')).toEqual(after.policy.channel);
        expect(realChanges(change.policy, before.policy)).toEqual(change.policy);
        expect(realChanges(change.policy, after.policy)).toEqual([]);
      }),
    );
  });

  test('of a policy they were not shown: is nothing, whatever comes back', () => {
    const convenience = { notify: 'messages', locale: null, reminders: true } as const;
    const state = {
      ...stateOf(settingsDialog(origin({ convenience, policy: null }), 'en')),
      'workspace.makeRooms': { input: { type: 'static_select', selected_option: { value: 'admins' } } },
    };

    expect(readSettingsForm(state, { convenience, policy: null })).toEqual({ convenience, policy: null });
  });
});
