import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { deafPostgres } from '../support/deaf-postgres.ts';
import { findings, troubles } from '../support/examined.ts';
import { freePort } from '../support/free-port.ts';
import { slackFaults } from '../support/in-slack.ts';
import { onPostgres } from '../support/on-postgres.ts';
import { openRoom, recordedMeeting, unheardMeeting } from '../support/recorded.ts';
import { roomtone } from '../support/roomtone.ts';

const HOUR_MS = 3_600_000;

describe('the database', () => {
  test('not there yet: what to run', async () => {
    const app = await roomtone();
    const file = join(app.env['DATABASE_URL']?.slice('file:'.length) ?? '', '..', 'elsewhere.db');

    expect(troubles(await findings(app, { DATABASE_URL: `file:${file}` }))).toEqual([
      {
        check: 'database',
        level: 'failure',
        says: `${file} can't be opened: unable to open database file`,
        fix: expect.stringContaining('node dist/main.js migrate'),
      },
    ]);
  });

  test('a file that is none: is said', async () => {
    const app = await roomtone();

    const found = await findings(app, { DATABASE_URL: `file:${import.meta.filename}` });

    expect(troubles(found)).toMatchObject([
      {
        check: 'database',
        level: 'failure',
        says: expect.stringMatching(/can't be read: file is not a database$/),
      },
    ]);
  });

  test('with a job that could not be done: which, and how to look at it', async () => {
    const app = await roomtone();
    const room = await openRoom(app);
    await slackFaults(app, { error: 'invalid_blocks', methods: ['chat.postMessage'] });
    await recordedMeeting(app, room);

    expect(troubles(await findings(app))).toEqual([
      {
        check: 'buried jobs',
        level: 'warning',
        says: '1 × announce-recording',
        fix: expect.stringContaining('jobs list'),
      },
    ]);
  });

  test('with work that nobody does: for how long', async () => {
    const app = await roomtone();
    await app.settle();

    // Nobody runs what becomes due in the time the doctor is ahead.
    const found = await findings(app, {}, HOUR_MS);

    expect(found.find(({ check }) => check === 'waiting jobs')).toMatchObject({
      level: 'failure',
      says: expect.stringMatching(/^1 due, the oldest for 5\d minutes$/),
    });
  });

  test('the last callback: how long ago, or that none came though rooms were made', async () => {
    const app = await roomtone();
    const last = async () => (await findings(app)).find(({ check }) => check === 'last callback');
    const room = await openRoom(app);
    expect(await last()).toMatchObject({
      level: 'warning',
      says: 'none within 7 days, though rooms were made (1)',
      fix: expect.stringContaining('PUBLIC_URL'),
    });

    await deliver(room.callbackUrl, callbacksOf(await unheardMeeting(app, room.roomId)).sessionStarted);
    await app.pass(3 * HOUR_MS);

    expect(await last()).toMatchObject({ level: 'ok', says: '3 hours ago' });
  });

  test('recordings without a session anybody told of: the address for session callbacks is missing', async () => {
    const app = await roomtone();
    const { roomId, callbackUrl } = await openRoom(app);
    const { started, sessionStarted } = callbacksOf(await unheardMeeting(app, roomId));
    await deliver(callbackUrl, started);

    expect(troubles(await findings(app))).toEqual([
      {
        check: 'last callback',
        level: 'warning',
        says: 'none within 7 days that tells of a session or who is in it, though recordings were made (1)',
        fix: expect.stringContaining('session monitoring'),
      },
    ]);
    await deliver(callbackUrl, sessionStarted);
    expect(troubles(await findings(app))).toEqual([]);
  });
});

describe('on Postgres', () => {
  const { freshDatabase } = onPostgres();

  test('all is well: a line for notifications as well', async () => {
    const app = await roomtone({ databaseUrl: await freshDatabase() });

    const found = await findings(app);

    expect(troubles(found)).toEqual([]);
    expect(found[1]).toMatchObject({
      says: expect.stringMatching(/^Postgres \d+.*, database test_\d+, up to date$/),
    });
    expect(found[2]).toMatchObject({ check: 'notifications', level: 'ok' });
  });

  test('behind a pooler that loses notifications: a warning, with what kind of address is needed', async () => {
    const url = await freshDatabase();
    const app = await roomtone({ databaseUrl: url });

    expect(troubles(await findings(app, { DATABASE_URL: await deafPostgres(url) }))).toMatchObject([
      { check: 'notifications', level: 'warning', fix: expect.stringContaining('session mode') },
    ]);
  });

  test('not migrated yet: what is missing, what to run, and it is still not migrated afterwards', async () => {
    const app = await roomtone();
    const DATABASE_URL = await freshDatabase();

    for (const _again of [1, 2]) {
      expect(troubles(await findings(app, { DATABASE_URL }))).toMatchObject([
        {
          check: 'database',
          level: 'failure',
          says: expect.stringMatching(/lacks: 001-first-tables.*, the queue’s own tables$/),
          fix: 'Run: node dist/main.js migrate',
        },
      ]);
    }
  });

  test('not there: why, without its password', async () => {
    const app = await roomtone();
    const DATABASE_URL = `postgres://roomtone:password-shown@127.0.0.1:${await freePort()}/roomtone`;

    const found = await findings(app, { DATABASE_URL });

    expect(troubles(found)).toMatchObject([
      { check: 'database', level: 'failure', says: expect.stringContaining('ECONNREFUSED') },
    ]);
    expect(JSON.stringify(found)).not.toContain('shown');
  });
});
