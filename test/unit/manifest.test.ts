import { readFileSync } from 'node:fs';
import type { AppsManifestCreateArguments } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../../src/config.ts';
import { appCommands, SCOPES as SANDBOX_SCOPES } from '../../src/sandbox/slack/world.ts';
import { SHORTCUTS } from '../../src/slack/ids.ts';
import { SCOPES } from '../../src/slack/scopes.ts';
import { runProgram } from '../support/run-program.ts';
import { sourceFiles } from '../support/source-files.ts';
import { validEnv } from '../support/valid-env.ts';

type Manifest = AppsManifestCreateArguments['manifest'];

const yaml = readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8');
const slackSource = sourceFiles('src/slack/**')
  .map(({ text }) => text)
  .join('\n');
const { SLACK_COMMAND_MEET, SLACK_COMMAND_RECORDINGS } = loadConfig(validEnv);
const url = 'https://your.host/slack/events';
const someText = expect.any(String);

/** The whole manifest but for its texts, in the shape Slack's own package gives it: a misspelt member won't compile. */
const expected = {
  _metadata: { major_version: 2, minor_version: 1 },
  display_information: {
    name: 'Roomtone',
    description: someText,
    long_description: someText,
    background_color: expect.stringMatching(/^#[0-9a-f]{6}$/),
  },
  features: {
    app_home: {
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: true,
    },
    bot_user: { display_name: 'roomtone', always_online: true },
    shortcuts: [
      { name: 'New meeting room', type: 'global', callback_id: SHORTCUTS.newRoom, description: someText },
      { name: 'Start a room here', type: 'message', callback_id: SHORTCUTS.startHere, description: someText },
    ],
    slash_commands: [
      {
        command: SLACK_COMMAND_MEET,
        url,
        description: someText,
        usage_hint: someText,
        should_escape: true,
      },
      {
        command: SLACK_COMMAND_RECORDINGS,
        url,
        description: someText,
        usage_hint: someText,
        should_escape: true,
      },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'commands',
        'chat:write',
        'chat:write.public',
        'channels:read',
        'groups:read',
        'users:read',
        'im:write',
      ],
    },
  },
  settings: {
    event_subscriptions: { request_url: url, bot_events: ['app_uninstalled', 'app_home_opened'] },
    interactivity: { is_enabled: true, request_url: url },
    org_deploy_enabled: false,
    socket_mode_enabled: false,
    token_rotation_enabled: false,
  },
} satisfies Manifest;
const scopes = expected.oauth_config.scopes.bot;
type Scope = (typeof scopes)[number];

/** What each scope is asked for: pieces of `src/slack` that do not work without it. */
const USES: Readonly<Record<Scope, readonly string[]>> = {
  commands: ['app.command('],
  'chat:write': ['chat.postMessage(', 'chat.update('],
  'chat:write.public': ['chat.postMessage('],
  'channels:read': ['conversations.info(', 'conversations.members('],
  'groups:read': ['conversations.info(', 'conversations.members('],
  'users:read': ['users.info('],
  'im:write': ['conversations.open('],
};
const NEEDS_NO_SCOPE = ['chat.getPermalink(', 'views.open(', 'views.update(', 'views.publish('];

describe('manifest.yml', () => {
  const manifest: Manifest = parse(yaml);

  test('is what the code needs: its commands, its address, these scopes, no more', () => {
    expect(manifest).toEqual(expected);
  });

  test.each(scopes)('asks for %s, which the code uses', (scope) => {
    expect(USES[scope].filter((use) => !slackSource.includes(use))).toEqual([]);
  });

  test('asks for what the doctor looks for', () => {
    expect(scopes).toEqual(SCOPES);
  });

  test('has a scope for every method the code calls', () => {
    const called = slackSource.match(/\b(?:[a-z]+\.)?(?:chat|conversations|users|views|files|team)\.\w+\(/g);
    const methods = new Set(called?.map((call) => call.split('.').slice(-2).join('.')));

    const covered = new Set([...Object.values(USES).flat(), ...NEEDS_NO_SCOPE, 'app.command(']);
    expect([...methods].filter((method) => !covered.has(method))).toEqual([]);
    expect(methods.size).toBeGreaterThan(5);
  });

  test('subscribes to the events the code handles', () => {
    const handled = [...slackSource.matchAll(/\.event\(\s*['"](\w+)/g)].map(([, name]) => name);

    expect(manifest.settings?.event_subscriptions?.bot_events ?? []).toEqual(handled);
  });

  test('is what the sandbox’s Slack registers', () => {
    const commands = appCommands({ meet: SLACK_COMMAND_MEET, recordings: SLACK_COMMAND_RECORDINGS });

    expect(scopes).toEqual(SANDBOX_SCOPES);
    expect(manifest.features?.slash_commands).toMatchObject(
      commands.map(({ command, description, usageHint, shouldEscape }) => ({
        command,
        description,
        usage_hint: usageHint,
        should_escape: shouldEscape,
      })),
    );
  });

  test('stays within Slack’s limits', () => {
    const { display_information: about, features } = manifest;
    const limited: [string | undefined, number][] = [
      [about.name, 35],
      [about.description, 140],
      [about.long_description, 4000],
      [features?.bot_user?.display_name, 80],
      ...(features?.shortcuts ?? []).flatMap((one): [string | undefined, number][] => [
        [one.name, 24],
        [one.callback_id, 255],
        [one.description, 150],
      ]),
      ...(features?.slash_commands ?? []).flatMap((one): [string | undefined, number][] => [
        [one.command, 32],
        [one.description, 2000],
        [one.usage_hint, 1000],
      ]),
    ];

    expect(limited.filter(([text = '', limit]) => text === '' || text.length > limit)).toEqual([]);
    expect(features?.bot_user?.display_name).toMatch(/^[a-z0-9._-]+$/);
    // Slack's own rule for apps that are listed; shorter ones are refused there.
    expect(about.long_description?.length).toBeGreaterThanOrEqual(174);
  });
});

describe('npm run manifest', () => {
  const LINK = /^# (https:\/\/api\.slack\.com\/apps\?.*)$/m;

  test('with an address: prints the manifest with it, and a link that holds the same', async () => {
    const { code, stdout } = await runProgram(['scripts/manifest.ts', 'https://roomtone.example']);

    const printed = parse(stdout);
    const link = new URL(LINK.exec(stdout)?.[1] ?? '');
    expect(code).toBe(0);
    expect(printed).toEqual(parse(yaml.replaceAll('https://your.host', 'https://roomtone.example')));
    expect(stdout).not.toContain('your.host');
    expect(link.searchParams.get('new_app')).toBe('1');
    expect(JSON.parse(link.searchParams.get('manifest_json') ?? '')).toEqual(printed);
  });

  test('with a slash at the end: the same addresses', async () => {
    const { stdout } = await runProgram(['scripts/manifest.ts', 'https://roomtone.example:8443/']);

    expect(parse(stdout).settings.interactivity.request_url).toBe(
      'https://roomtone.example:8443/slack/events',
    );
  });

  test.each([['http://roomtone.example'], ['roomtone.example'], []])(
    'with %s: prints how to use it, nothing else',
    async (...address) => {
      const { code, stdout, stderr } = await runProgram(['scripts/manifest.ts', ...address]);

      expect(code).toBe(64);
      expect(stdout).toBe('');
      expect(stderr).toBe('Usage: npm run manifest -- https://your.host\n');
    },
  );
});
