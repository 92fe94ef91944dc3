import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { KEY_PATH, SETTINGS } from '../../src/settings.ts';
import { runProgram } from '../support/run-program.ts';
import { samplePrivateKey, validEnv } from '../support/valid-env.ts';

type Env = Readonly<Record<string, string | undefined>>;

const DATABASE_RULE =
  'must be file:<path>, e.g. file:./data/roomtone.db, or postgres://<user>:<password>@<host>/<database>';

function problemsOf(changes: Env): readonly string[] {
  try {
    loadConfig({ ...validEnv, ...changes });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const publicHalf = (privateKey: string) =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'pem' });

describe('what has to be set', () => {
  test('nothing set: every missing setting at once, each with what to do', () => {
    const nothing = Object.fromEntries(Object.keys(validEnv).map((name) => [name, undefined]));

    const problems = problemsOf(nothing);

    expect(problems.map((problem) => problem.split(' ')[0]).toSorted()).toEqual(
      Object.keys(validEnv).toSorted(),
    );
    for (const problem of problems) expect(problem).toMatch(/^[A-Z_]+ is missing\. [A-Z].*\.$/);
  });

  test('set to nothing, as in a .env file: the same as not set', () => {
    expect(problemsOf({ SLACK_SIGNING_SECRET: '', PUBLIC_URL: '  ' })).toEqual([
      expect.stringMatching(/^PUBLIC_URL is missing/),
      expect.stringMatching(/^SLACK_SIGNING_SECRET is missing/),
    ]);
    expect(loadConfig({ ...validEnv, PORT: '', CALLBACK_TOKEN: '' })).toMatchObject({ PORT: 3000 });
  });

  test('all of it: the defaults fill in the rest, and nobody can change the result', () => {
    const config = loadConfig(validEnv);

    expect(config).toMatchObject({
      PORT: 3000,
      HOST: '0.0.0.0',
      TRUST_PROXY: 0,
      SLACK_API_URL: 'https://slack.com/api/',
      SLACK_COMMAND_MEET: '/meet',
      SLACK_COMMAND_RECORDINGS: '/recordings',
      PROVIDER: 'vonage-meetings',
      MEETINGS_API_URL: 'https://api-eu.vonage.com/v1/meetings',
      VIDEO_API_URL: 'https://video.api.vonage.com',
      DATABASE_URL: { kind: 'sqlite', file: './data/roomtone.db' },
      DATABASE_POOL_SIZE: 10,
      MAX_ROOMS_PER_TEAM: 100,
      LOG_LEVEL: 'info',
    });
    expect(config.CALLBACK_TOKEN).toBeUndefined();
    expect(config.VONAGE_SIGNATURE_SECRET).toBeUndefined();
    expect(Object.isFrozen(config)).toBe(true);
  });
});

describe('a setting that will not do', () => {
  test.each([
    ['PORT', 'http', 'must be a whole number from 0 to 65535'],
    ['PORT', '65536', 'must be a whole number from 0 to 65535'],
    ['TRUST_PROXY', '1.5', 'must be a whole number from 0 to 10'],
    ['MAX_ROOMS_PER_TEAM', '0', 'must be a whole number from 1 to 1000'],
    ['PUBLIC_URL', 'roomtone.example', 'must be an https:// address (http:// only on this machine)'],
    ['PUBLIC_URL', 'http://roomtone.example', 'must be an https:// address (http:// only on this machine)'],
    ['PUBLIC_URL', 'https://roomtone.example/app', 'must end after the host: no path, no question mark'],
    ['MEETINGS_API_URL', 'http://10.0.0.1/v1', 'must be an https:// address (http:// only on this machine)'],
    ['SLACK_API_URL', 'ftp://slack.com', 'must be an https:// address (http:// only on this machine)'],
    ['SLACK_BOT_TOKEN', 'xoxp-1', 'must be a bot token, which starts with xoxb-'],
    ['SLACK_COMMAND_MEET', 'meet', 'must be a slash and up to 31 small letters, digits, - or _'],
    ['PROVIDER', 'zoom', 'must be one of vonage-meetings, vonage-video'],
    ['VIDEO_API_URL', 'http://video.test', 'must be an https:// address (http:// only on this machine)'],
    ['VIDEO_CLIENT_URL', 'client.js', 'must be an https:// address (http:// only on this machine)'],
    ['VONAGE_APPLICATION_ID', 'abc', 'must be the application’s UUID'],
    ['VONAGE_PRIVATE_KEY', 'abc', 'is not a private key: expected PEM, or base64 of PEM'],
    ['CALLBACK_TOKEN', 'short', 'needs at least 16 characters each, comma-separated'],
    [
      'VONAGE_SIGNATURE_SECRET',
      `${'x'.repeat(16)},short`,
      'needs at least 16 characters each, comma-separated',
    ],
    ['DATABASE_URL', './roomtone.db', DATABASE_RULE],
    ['DATABASE_URL', 'file:', DATABASE_RULE],
    ['DATABASE_URL', 'mysql://localhost/roomtone', DATABASE_RULE],
    ['ROLE', 'boss', 'must be one of all, web, worker'],
    ['DATABASE_SSL', 'require', 'must be one of verify, no-verify, off'],
    ['DATABASE_POOL_SIZE', '0', 'must be a whole number from 1 to 200'],
    ['METRICS_TOKEN', 'short', 'needs at least 16 characters'],
    ['LOG_LEVEL', 'loud', 'must be one of debug, info, warn, error, silent'],
  ])('%s=%s: %s', (name, value, problem) => {
    expect(problemsOf({ [name]: value })).toEqual([`${name} ${problem}`]);
  });

  test('several: all of them, in one message', () => {
    const start = () => loadConfig({ ...validEnv, PORT: 'x', LOG_LEVEL: 'loud' });

    expect(start).toThrow(/^Roomtone can't start:\n {2}- PORT .*\n {2}- LOG_LEVEL .*$/);
  });

  test('PROVIDER=vonage-video without a token for callbacks, which nothing else brings: a problem', () => {
    const CALLBACK_TOKEN = 'callback-token-0123456789';

    expect(problemsOf({ PROVIDER: 'vonage-video' })).toEqual([
      expect.stringMatching(/^CALLBACK_TOKEN is missing\. .*PUBLIC_URL\/callbacks\/video\/<token>/),
    ]);
    expect(problemsOf({ PROVIDER: 'vonage-video', CALLBACK_TOKEN })).toEqual([]);
  });

  test('a database file where the disk is thrown away: a problem, also when it is only the default', () => {
    for (const DATABASE_URL of [undefined, 'file:./x.db']) {
      expect(problemsOf({ DYNO: 'web.1', DATABASE_URL })).toEqual([
        expect.stringMatching(/^DATABASE_URL points to a file, but the disk here is thrown away/),
      ]);
    }
  });

  test.each(['web', 'worker'])('ROLE=%s with a database file, which has one process: a problem', (ROLE) => {
    for (const DATABASE_URL of [undefined, 'file:./x.db']) {
      expect(problemsOf({ ROLE, DATABASE_URL })).toEqual([
        expect.stringMatching(`^ROLE=${ROLE} is for many processes, and a file has only one\\. Use Postgres`),
      ]);
    }
    expect(problemsOf({ ROLE, DATABASE_URL: 'postgres://u@db.example/roomtone' })).toEqual([]);
    expect(problemsOf({ ROLE: 'all' })).toEqual([]);
  });

  test.each(['postgres://u:p@db.example/roomtone', 'postgresql://u@db.example:6432/roomtone?options=x'])(
    '%s: may stand where the disk is thrown away',
    (url) => {
      const config = loadConfig({ ...validEnv, DYNO: 'web.1', DATABASE_URL: url, DATABASE_SSL: 'no-verify' });

      expect(config.DATABASE_URL).toEqual({ kind: 'postgres', url });
      expect(config.DATABASE_SSL).toBe('no-verify');
    },
  );
});

describe('an address', () => {
  test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
    '%s: may go without https',
    (PUBLIC_URL) => {
      expect(loadConfig({ ...validEnv, PUBLIC_URL }).PUBLIC_URL).toBe(PUBLIC_URL);
    },
  );

  test('ending in slashes: is the same as without', () => {
    const config = loadConfig({
      ...validEnv,
      PUBLIC_URL: 'https://roomtone.example/',
      MEETINGS_API_URL: 'https://meetings.example/v1/meetings//',
      SLACK_API_URL: 'http://localhost:4000/api/',
    });

    expect(config.PUBLIC_URL).toBe('https://roomtone.example');
    expect(config.MEETINGS_API_URL).toBe('https://meetings.example/v1/meetings');
    expect(config.SLACK_API_URL).toBe('http://localhost:4000/api/');
  });
});

describe('the private key', () => {
  test.each([
    ['PEM', samplePrivateKey],
    ['PEM on one line, its line ends written as \\n', samplePrivateKey.replaceAll('\n', '\\n')],
    ['base64 of PEM', Buffer.from(samplePrivateKey).toString('base64')],
  ])('as %s: is read', (_form, VONAGE_PRIVATE_KEY) => {
    const config = loadConfig({ ...validEnv, VONAGE_PRIVATE_KEY });

    expect(publicHalf(config.VONAGE_PRIVATE_KEY)).toBe(publicHalf(samplePrivateKey));
  });

  test('in a file: is read from there, unless it is set itself', () => {
    const folder = mkdtempSync(join(tmpdir(), 'roomtone-key-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'private.key');
    writeFileSync(path, samplePrivateKey);

    const fromFile = loadConfig({ ...validEnv, VONAGE_PRIVATE_KEY: undefined, [KEY_PATH]: path });

    expect(publicHalf(fromFile.VONAGE_PRIVATE_KEY)).toBe(publicHalf(samplePrivateKey));
    expect(problemsOf({ [KEY_PATH]: '/nowhere/private.key' })).toEqual([]);
  });

  test('in a file that is not there: one problem, which names the file', () => {
    expect(problemsOf({ VONAGE_PRIVATE_KEY: undefined, [KEY_PATH]: '/nowhere/private.key' })).toEqual([
      "VONAGE_PRIVATE_KEY_PATH names a file that can't be read: /nowhere/private.key",
    ]);
  });
});

test('lists, comma-separated while rotating: are taken apart, blanks around them dropped', () => {
  const [one, two] = ['first-secret-0123456789', 'other-secret-0123456789'];

  const config = loadConfig({ ...validEnv, CALLBACK_TOKEN: one, VONAGE_SIGNATURE_SECRET: `${one} , ${two}` });

  expect(config.CALLBACK_TOKEN).toEqual([one]);
  expect(config.VONAGE_SIGNATURE_SECRET).toEqual([one, two]);
});

describe('warnings', () => {
  const server = { MEETINGS_API_URL: 'https://meetings.example/v1/meetings' };

  test('a name like ours that is not ours: a typo? Anything else is not looked at', () => {
    const typo = { SLACK_SIGNING_SECERT: 'x', VONAGE_API_KEY: 'x', MEETING_API_URL: 'x', PATH: '/bin' };

    expect(loadConfig({ ...validEnv, ...server, ...typo }).warnings).toEqual([
      'SLACK_SIGNING_SECERT is not a setting of Roomtone: a typo?',
      'VONAGE_API_KEY is not a setting of Roomtone: a typo?',
    ]);
    expect(loadConfig({ ...validEnv, ...server, [KEY_PATH]: '/unused' }).warnings).toEqual([]);
  });

  test('no server named: the hosted one is off', () => {
    expect(loadConfig(validEnv).warnings).toEqual([expect.stringContaining('switched off on 30 June 2025')]);
  });
});

describe('secrets', () => {
  const secrets = {
    SLACK_SIGNING_SECRET: 'signing-secret-shown',
    SLACK_BOT_TOKEN: 'xoxb-shown',
    CALLBACK_TOKEN: 'callback-token-shown,second-token-shown',
    VONAGE_SIGNATURE_SECRET: 'signature-secret-shown',
    METRICS_TOKEN: 'metrics-token-shown',
    DATABASE_URL: 'postgres://roomtone:shown@db.example/roomtone',
  };

  test('of a config that is printed or logged: are not shown; the rest is', () => {
    const config = loadConfig({ ...validEnv, ...secrets });
    const lines: string[] = [];

    createLog('info', { write: (line) => void lines.push(line) }).info({ config }, 'starting');

    for (const printed of [JSON.stringify(config), lines.join('')]) {
      expect(printed).not.toMatch(/shown|PRIVATE KEY-----/);
      expect(printed).toContain('"SLACK_BOT_TOKEN":"[redacted]"');
      expect(printed).toContain('"PUBLIC_URL":"https://roomtone.example"');
    }
  });

  test('each setting that sounds like one: is one', () => {
    const everything = loadConfig({ ...validEnv, ...secrets });
    const printed = JSON.parse(JSON.stringify(everything)) as Record<string, unknown>;

    const soundsSecret = Object.keys(SETTINGS.shape).filter((name) =>
      /SECRET|TOKEN|KEY|DATABASE_URL/.test(name),
    );
    const redacted = Object.keys(printed).filter((name) => printed[name] === '[redacted]');

    expect(redacted.toSorted()).toEqual(soundsSecret.toSorted());
  });

  test('that will not do: are not repeated in the problem', () => {
    const bad = { SLACK_BOT_TOKEN: 'xoxp-shown', VONAGE_PRIVATE_KEY: 'shown', CALLBACK_TOKEN: 'shown' };

    expect(problemsOf(bad)).toHaveLength(3);
    expect(problemsOf(bad).join()).not.toContain('shown');
  });
});

describe('.env.example', () => {
  const example = parseEnv(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8'));

  test('names every setting, and nothing else', () => {
    expect(Object.keys(example).toSorted()).toEqual([...Object.keys(SETTINGS.shape), KEY_PATH].toSorted());
  });

  test('as it is: its values are the defaults', () => {
    const [copied, byDefault] = [loadConfig({ ...example, ...validEnv }), loadConfig(validEnv)];

    expect(JSON.stringify(copied)).toBe(JSON.stringify(byDefault));
    expect(copied.DATABASE_URL).toEqual(byDefault.DATABASE_URL);
  });

  test('holds a value for every setting that has a default', () => {
    const withDefault = Object.entries(SETTINGS.shape)
      .filter(([, schema]) => schema.safeParse(undefined).data !== undefined)
      .map(([name]) => name);

    const withValue = Object.keys(example).filter((name) => example[name] !== '');

    expect(withValue.toSorted()).toEqual(withDefault.toSorted());
  });
});

describe('the program', () => {
  test.each(['start', 'migrate'])('%s without settings: ends with 78 and every problem', async (command) => {
    const { code, stdout, stderr } = await runProgram(['src/main.ts', command]);

    expect(code).toBe(78);
    expect(stderr).toMatch(/^Roomtone can't start:\n {2}- PUBLIC_URL/);
    expect(stderr.match(/^ {2}- /gm)).toHaveLength(Object.keys(validEnv).length);
    expect(stdout).toBe('');
  });

  test.each(['strat', 'constructor'])(
    'called with the unknown command %s: ends with 64 and names those there are',
    async (command) => {
      const { code, stderr } = await runProgram(['src/main.ts', command]);

      expect(code).toBe(64);
      expect(stderr).toMatch(/^Usage: roomtone \[start \| migrate \| jobs .* \| move .*\]\n$/);
    },
  );

  test('migrate, with a file nobody can write: ends with 78 and says where', async () => {
    const { code, stderr } = await runProgram(['src/main.ts', 'migrate'], {
      env: { ...validEnv, DATABASE_URL: 'file:/dev/null/roomtone.db' },
    });

    expect(code).toBe(78);
    expect(stderr).toContain('DATABASE_URL names a file in /dev/null, where nothing can be written');
  });
});
