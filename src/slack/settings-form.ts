import { z } from 'zod';
import { POLICY_VALUES, type Policy } from '../domain/policy.ts';
import { NOTIFY } from '../domain/settings.ts';
import { type PolicyInForce, type ShownSettings, somePolicySchema } from '../domain/settings-change.ts';
import { INPUT } from './ids.ts';
import { readJson } from './read-json.ts';

/*
 * The settings dialog on the wire: what it carries (`private_metadata`), and what comes back of its fields
 * (`state.values`). Source: view_submission payload, looked up November 2026.
 */

/** Where the dialog was opened, and what it showed: only what differs from that is a change. */
export interface SettingsOrigin {
  readonly channelId: string;
  /** Slack's answer address of the command; good for 30 minutes. */
  readonly responseUrl: string | null;
  readonly before: ShownSettings;
}

const policySchema = z.object({
  makeRooms: z.enum(POLICY_VALUES.makeRooms),
  deleteRecordings: z.enum(POLICY_VALUES.deleteRecordings),
  seeLinks: z.enum(POLICY_VALUES.seeLinks),
  recording: z.enum(POLICY_VALUES.recording),
}) satisfies z.ZodType<Policy>;

const originSchema = z.object({
  v: z.literal(1),
  channelId: z.string().min(1).max(200),
  responseUrl: z.url().max(2_000).nullable(),
  before: z.object({
    convenience: z.object({
      notify: z.enum(NOTIFY),
      locale: z.string().max(40).nullable(),
      reminders: z.boolean(),
    }),
    policy: z.object({ workspace: policySchema, channel: somePolicySchema }).nullable(),
  }),
});

/** Slack allows 3,000 characters. */
export function encodeSettingsOrigin({ channelId, responseUrl, before }: SettingsOrigin): string {
  return JSON.stringify({ v: 1, channelId, responseUrl, before } satisfies z.input<typeof originSchema>);
}

/** Undefined for anything but what we wrote. */
export function readSettingsOrigin(text: string): SettingsOrigin | undefined {
  const origin = readJson(originSchema, text);
  if (origin === undefined) return undefined;
  const { channelId, responseUrl, before } = origin;
  return { channelId, responseUrl, before };
}

/** `block_id`s of what members choose. Those of a policy's rules are made by {@link policyField}. */
export const SETTINGS_FIELDS = { notify: 'notify', language: 'language', reminders: 'reminders' } as const;

export function policyField(scope: keyof PolicyInForce, rule: keyof Policy): string {
  return `${scope}.${rule}`;
}

/** Stands for "not decided here". */
export const AS_ABOVE = 'as-above';
/** What can be chosen as the language of a channel's messages; `host`: that of each room's host. */
export const LANGUAGES = { host: null, en: 'en-US', de: 'de-DE' } as const;
export type Language = keyof typeof LANGUAGES;

/** Which of the choices a stored locale is. */
export function languageOf(locale: string | null): Language {
  if (locale === null) return 'host';
  return /^de\b/i.test(locale) ? 'de' : 'en';
}

const stateSchema = z.record(
  z.string(),
  z.object({ [INPUT]: z.object({ selected_option: z.object({ value: z.string() }) }) }),
);
const convenienceSchema = z.object({
  notify: z.enum(NOTIFY),
  language: z.enum(['host', 'en', 'de']),
  reminders: z.enum(['yes', 'no']).transform((value) => value === 'yes'),
});

/** What was filled in; a rule without a field is as before. Undefined for anything but a state of this dialog. */
export function readSettingsForm(values: unknown, before: ShownSettings): ShownSettings | undefined {
  const state = stateSchema.safeParse(values).data;
  if (state === undefined) return undefined;
  const chosen = Object.fromEntries(
    Object.entries(state).map(([field, input]) => [field, input[INPUT]?.selected_option.value]),
  );
  const convenience = convenienceSchema.safeParse(chosen).data;
  const policy = before.policy && readPolicy(chosen, before.policy);
  if (convenience === undefined || policy === undefined) return undefined;
  const { notify, language, reminders } = convenience;
  const isSameLanguage = language === languageOf(before.convenience.locale);
  const locale = isSameLanguage ? before.convenience.locale : LANGUAGES[language];
  return { convenience: { notify, locale, reminders }, policy };
}

function readPolicy(
  chosen: Readonly<Record<string, string | undefined>>,
  before: PolicyInForce,
): PolicyInForce | undefined {
  const rulesOf = (scope: keyof PolicyInForce) =>
    Object.fromEntries(
      Object.keys(POLICY_VALUES)
        .map((rule) => rule as keyof Policy)
        .map((rule) => [rule, chosen[policyField(scope, rule)] ?? before[scope][rule]])
        .filter(([, value]) => value !== undefined && value !== AS_ABOVE),
    );
  const workspace = policySchema.safeParse(rulesOf('workspace')).data;
  const channel = somePolicySchema.safeParse(rulesOf('channel')).data;
  return workspace && channel && { workspace, channel };
}
