import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { findings, troubles } from '../support/examined.ts';
import { realProgram } from '../support/real-program.ts';
import { roomtone } from '../support/roomtone.ts';
import { runProgram } from '../support/run-program.ts';

type Changes = Readonly<Record<string, string>>;

const TOKEN = 'callback-token-0123456789';
const SECRET = 'signature-secret-0123456789';

describe('all is well', () => {
  test('each thing has its line, in one order, and nothing is changed by looking', async () => {
    const app = await roomtone({ env: { CALLBACK_TOKEN: TOKEN, VONAGE_SIGNATURE_SECRET: SECRET } });
    const rows = () =>
      JSON.stringify(['inbox', 'jobs', 'rooms', 'sessions'].map((t) => app.sql(`select * from ${t}`)));
    await app.settle();
    const before = rows();

    const found = await findings(app);

    expect(troubles(found)).toEqual([]);
    expect(found.map(({ check }) => check)).toEqual([
      'settings',
      'database',
      'waiting jobs',
      'buried jobs',
      'last callback',
      'Slack token',
      'Slack scopes',
      'clock',
      'PUBLIC_URL',
      'signing secret',
      'callbacks',
      'Vonage key',
    ]);
    expect(found.filter(({ fix }) => fix !== null)).toEqual([]);
    expect(rows()).toBe(before);
    expect(app.log.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
  });

  test('beside a running app on the same file: prints it and ends with 0, and the app serves on', async () => {
    const app = await realProgram();
    await app.start();

    const [text, json] = await Promise.all([
      runProgram(['src/main.ts', 'doctor'], { env: app.env }),
      runProgram(['src/main.ts', 'doctor', '--json'], { env: app.env }),
    ]);

    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toContain(`ok       database        SQLite in ${app.file}, up to date\n`);
    expect(
      text.stdout
        .trim()
        .split('\n')
        .every((line) => line.startsWith('ok ')),
    ).toBe(true);
    expect(json).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject({
      ok: true,
      findings: expect.arrayContaining([
        { check: 'Slack token', level: 'ok', says: '@roomtone in Sandbox', fix: null },
      ]),
    });
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  });
});

describe('a setting that does not fit: is found, with its fix, and nothing else is blamed', () => {
  const otherKey = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;

  test.each<[string, Changes, string, RegExp, RegExp]>([
    [
      'another signing secret',
      { SLACK_SIGNING_SECRET: 'another-secret-0123456789' },
      'signing secret',
      /^the app refuses a request signed with it$/,
      /Basic Information/,
    ],
    [
      'another bot token',
      { SLACK_BOT_TOKEN: 'xoxb-another' },
      'Slack token',
      /^Slack refuses it: invalid_auth$/,
      /OAuth & Permissions into SLACK_BOT_TOKEN/,
    ],
    [
      'another private key',
      { VONAGE_PRIVATE_KEY: otherKey },
      'Vonage key',
      /answered 401/,
      /VONAGE_APPLICATION_ID and the private key must belong together/,
    ],
    [
      'another callback token',
      { CALLBACK_TOKEN: 'another-token-0123456789' },
      'callbacks',
      /does not know CALLBACK_TOKEN/,
      /start the app again/,
    ],
    [
      'another signature secret',
      { CALLBACK_TOKEN: TOKEN, VONAGE_SIGNATURE_SECRET: 'another-secret-0123456789' },
      'callbacks',
      /refuses one signed with VONAGE_SIGNATURE_SECRET \(401\)/,
      /start the app again/,
    ],
    [
      'Vonage’s own service, switched off',
      { MEETINGS_API_URL: 'https://api-eu.vonage.com/v1/meetings' },
      'Vonage key',
      /switched off on 30 June 2025/,
      /Set MEETINGS_API_URL/,
    ],
  ])('%s', async (_what, changes, check, says, fix) => {
    const app = await roomtone({ env: { CALLBACK_TOKEN: TOKEN, VONAGE_SIGNATURE_SECRET: SECRET } });

    const found = await findings(app, changes);

    const failures = found.filter(({ level }) => level === 'failure');
    expect(failures).toEqual([
      { check, level: 'failure', says: expect.stringMatching(says), fix: expect.stringMatching(fix) },
    ]);
    const secrets = Object.values(changes).filter((value) => !value.startsWith('https:'));
    for (const secret of secrets) expect(JSON.stringify(found)).not.toContain(secret);
  });

  test('settings that stop a start: each is a failure, and the exit code says so', async () => {
    const { code, stdout, stderr } = await runProgram(['src/main.ts', 'doctor'], { env: { PORT: 'x' } });

    expect(code).toBe(1);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^FAILURE {2}settings {8}PORT must be a whole number from 0 to 65535\n +→ Set it/);
    expect(stdout).toContain('PUBLIC_URL is missing.');
  });

  test('an argument it does not know: the usage', async () => {
    const { code, stderr } = await runProgram(['src/main.ts', 'doctor', '--loud']);

    expect(code).toBe(64);
    expect(stderr).toContain('doctor [--json]');
  });
});
