import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { PolicyRule } from '../../domain/policy.ts';
import type { Notify } from '../../domain/settings.ts';
import type { PolicyInForce } from '../../domain/settings-change.ts';
import type { TextKey } from '../../locales/en.ts';
import { type Texts, textsFor } from '../../locales/texts.ts';
import { INPUT, VIEWS } from '../ids.ts';
import {
  AS_ABOVE,
  encodeSettingsOrigin,
  type Language,
  languageOf,
  policyField,
  SETTINGS_FIELDS,
  type SettingsOrigin,
} from '../settings-form.ts';
import { header, section } from './blocks.ts';
import { field, menu, modal, option, radioButtons } from './modal.ts';
import { POLICY_TEXTS, policyValue } from './policy-texts.ts';

const NOTIFY: Readonly<Record<Notify, TextKey>> = {
  messages: 'settings.notify.messages',
  thread: 'settings.notify.thread',
  quiet: 'settings.notify.quiet',
};
const LANGUAGE: Readonly<Record<Language, TextKey>> = {
  host: 'settings.language.host',
  en: 'settings.language.en',
  de: 'settings.language.de',
};
const REMINDERS = { yes: 'settings.reminders.yes', no: 'settings.reminders.no' } as const;

/** What members choose for their channel; admins see below it what they decide. */
export function settingsDialog(origin: SettingsOrigin, locale: string): ModalView {
  const texts = textsFor(locale);
  const { policy } = origin.before;
  return modal({
    id: VIEWS.settings,
    title: texts.say('settings.title'),
    submit: texts.say('settings.submit'),
    close: texts.say('form.close'),
    carries: encodeSettingsOrigin(origin),
    blocks: [
      section(texts.say('settings.lead')),
      ...convenienceFields(origin.before.convenience, texts),
      ...(policy === null ? [] : policyBlocks(policy, texts)),
    ],
  });
}

/** For a dialog that another release of ours has opened. */
export function settingsOutdated(locale: string): Record<string, string> {
  return { [SETTINGS_FIELDS.notify]: textsFor(locale).say('form.fault.outdated') };
}

function convenienceFields(
  { notify, locale, reminders }: SettingsOrigin['before']['convenience'],
  texts: Texts,
): InputBlock[] {
  const choices = (keys: Readonly<Record<string, TextKey>>) =>
    Object.entries(keys).map(([value, key]) => option(value, texts.say(key)));
  return [
    field(SETTINGS_FIELDS.notify, texts.say('settings.notify'), {
      element: radioButtons({ actionId: INPUT, options: choices(NOTIFY), initial: notify }),
    }),
    field(SETTINGS_FIELDS.language, texts.say('settings.language'), {
      element: menu({ actionId: INPUT, options: choices(LANGUAGE), initial: languageOf(locale) }),
    }),
    field(SETTINGS_FIELDS.reminders, texts.say('settings.reminders'), {
      element: radioButtons({
        actionId: INPUT,
        options: choices(REMINDERS),
        initial: reminders ? 'yes' : 'no',
      }),
    }),
  ];
}

function policyBlocks(policy: PolicyInForce, texts: Texts): KnownBlock[] {
  const rules = Object.keys(POLICY_TEXTS) as PolicyRule[];
  return [
    header(texts.say('settings.workspace')),
    section(texts.say('settings.workspace-lead')),
    ...rules.map((rule) => workspaceField(rule, policy, texts)),
    header(texts.say('settings.channel')),
    section(texts.say('settings.channel-lead')),
    ...rules.flatMap((rule) => channelField(rule, policy, texts)),
  ];
}

function workspaceField(rule: PolicyRule, { workspace }: PolicyInForce, texts: Texts): InputBlock {
  const options = optionsOf(rule, texts);
  return field(policyField('workspace', rule), texts.say(POLICY_TEXTS[rule].name), {
    element: menu({ actionId: INPUT, options, initial: workspace[rule] }),
  });
}

/** Only what is stricter than everywhere, and what has been decided already; none where that is nothing. */
function channelField(rule: PolicyRule, { workspace, channel }: PolicyInForce, texts: Texts): InputBlock[] {
  const all = optionsOf(rule, texts);
  const everywhere = all.findIndex(({ value }) => value === workspace[rule]);
  const stricter = all.filter(({ value }, index) => index > everywhere || value === channel[rule]);
  if (stricter.length === 0) return [];
  const options = [option(AS_ABOVE, texts.say('policy.as-above')), ...stricter];
  return [
    field(policyField('channel', rule), texts.say(POLICY_TEXTS[rule].name), {
      element: menu({ actionId: INPUT, options, initial: channel[rule] ?? AS_ABOVE }),
    }),
  ];
}

function optionsOf<Rule extends PolicyRule>(rule: Rule, texts: Texts) {
  const values = Object.keys(POLICY_TEXTS[rule].values) as SettingsValue[];
  return values.map((value) => option(value, policyValue({ rule, value }, texts)));
}

type SettingsValue = NonNullable<Parameters<typeof policyValue>[0]['value']>;
