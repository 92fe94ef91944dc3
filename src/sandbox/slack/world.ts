/** The sandbox's workspace as it is before anybody does anything. */

export const TEAM = { id: 'T0SANDBOX', name: 'Sandbox', domain: 'sandbox' } as const;

/** Another workspace, connected through a shared channel. */
export const PARTNER_TEAM = { id: 'T0PARTNER', name: 'Partner', domain: 'partner' } as const;

/** The app as it is installed here. */
export const APP = {
  appId: 'A0ROOMTONE',
  botId: 'B0ROOMTONE',
  userId: 'U0ROOMTONE',
  name: 'Roomtone',
} as const;

/** Slack's own voice. */
export const SLACKBOT_ID = 'USLACKBOT';

/** What the app may do; the same list as in `manifest.yml`. */
export const SCOPES = [
  'commands',
  'chat:write',
  'chat:write.public',
  'channels:read',
  'groups:read',
  'users:read',
  'im:write',
] as const;

/** A person, or one of the two voices that are none: the app and Slack itself. */
export interface User {
  readonly id: string;
  /** What is typed after `@`. */
  readonly handle: string;
  readonly name: string;
  readonly role: 'admin' | 'member' | 'guest' | 'app';
  readonly locale: string;
  readonly timeZone: string;
  /** CSS colour of the drawn picture. */
  readonly color: string;
  /** Set for people of another workspace. */
  readonly teamId?: string;
  /** The account is switched off: still known, yet nobody uses it. */
  readonly deactivated?: boolean;
}

const london = { locale: 'en-US', timeZone: 'Europe/London' } as const;

/** People first, then the app and Slack. */
export const USERS: readonly User[] = [
  { id: 'U0ADA', handle: 'ada', name: 'Ada', role: 'admin', ...london, color: '#b4456b' },
  {
    id: 'U0BEN',
    handle: 'ben',
    name: 'Ben',
    role: 'member',
    locale: 'en-US',
    timeZone: 'America/New_York',
    color: '#2f6f9f',
  },
  {
    id: 'U0CARLA',
    handle: 'carla',
    name: 'Carla',
    role: 'member',
    locale: 'de-DE',
    timeZone: 'Europe/Berlin',
    color: '#3f7d4e',
  },
  { id: 'U0DANA', handle: 'dana', name: 'Dana', role: 'guest', ...london, color: '#8a6d1f' },
  {
    id: 'U0EMIL',
    handle: 'emil',
    name: 'Emil',
    role: 'member',
    ...london,
    color: '#6b6b6b',
    deactivated: true,
  },
  {
    id: 'U0FRIDA',
    handle: 'frida',
    name: 'Frida',
    role: 'member',
    locale: 'de-DE',
    timeZone: 'Europe/Berlin',
    color: '#a0522d',
    teamId: PARTNER_TEAM.id,
  },
  { id: APP.userId, handle: 'roomtone', name: APP.name, role: 'app', ...london, color: '#5b4bb7' },
  { id: SLACKBOT_ID, handle: 'slackbot', name: 'Slackbot', role: 'app', ...london, color: '#4a4a4a' },
];

/** A conversation of any kind. */
export interface ChannelSeed {
  readonly id: string;
  /** Without `#`; direct messages have none. */
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  readonly archived?: boolean;
  /** The other workspace of a Slack Connect channel. */
  readonly sharedWith?: string;
  readonly members: readonly string[];
}

/** Conversations that exist from the start. The app is in none of them. */
export const CHANNELS: readonly ChannelSeed[] = [
  { id: 'C0GENERAL', name: 'general', kind: 'public', members: ['U0ADA', 'U0BEN', 'U0CARLA', 'U0DANA'] },
  { id: 'C0DESIGN', name: 'design', kind: 'public', members: ['U0ADA', 'U0BEN', 'U0CARLA'] },
  { id: 'C0LEADS', name: 'leads', kind: 'private', members: ['U0ADA', 'U0BEN'] },
  { id: 'C0OLD', name: 'old-project', kind: 'public', archived: true, members: ['U0ADA', 'U0BEN'] },
  {
    id: 'C0PARTNERS',
    name: 'partners',
    kind: 'public',
    sharedWith: PARTNER_TEAM.id,
    members: ['U0ADA', 'U0CARLA', 'U0FRIDA'],
  },
  { id: 'D0ADABEN', name: '', kind: 'im', members: ['U0ADA', 'U0BEN'] },
  { id: 'G0TRIO', name: 'mpdm-ada--ben--carla-1', kind: 'mpim', members: ['U0ADA', 'U0BEN', 'U0CARLA'] },
];

/** A slash command as the app's manifest registers it. */
export interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
  /** Mentions reach the app as `<@U…|name>` and `<#C…|name>` instead of as typed. */
  readonly shouldEscape: boolean;
}

/** The app's commands under the names it was set up with. */
export function appCommands(names: { meet: string; recordings: string }): readonly SlashCommand[] {
  return [
    {
      command: names.meet,
      description: 'Make a video room that records itself',
      usageHint:
        '<title> [--until <date>] [--for <duration>] [--host <@person>] [--host-only] [--manual] [--no-recording]',
      shouldEscape: true,
    },
    {
      command: names.recordings,
      description: "List this channel's recordings",
      usageHint: '[text] [@host] [last 30d | from <date>] | <id>',
      shouldEscape: true,
    },
  ];
}
