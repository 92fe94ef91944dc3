import { describe, expect, test } from 'vitest';
import { encodeRoomValue } from '../../src/slack/button-values.ts';
import { ACTIONS } from '../../src/slack/ids.ts';
import { buttonsOf, cardOf, clickOn, texts, toldTo, urlOf } from '../support/in-slack.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';
import { pressStale } from '../support/signed-request.ts';

const newestFor = (app: Roomtone, user: string) => app.slack.workspace.ephemerals(user).at(-1);

/** Whom the Meetings server takes somebody for who comes by that link. */
async function entersAs(app: Roomtone, link: string): Promise<string> {
  const { pathname, search } = new URL(link);
  const key = search === '' ? `?code=${pathname.slice(1)}` : search;
  const response = await fetch(`${app.meetings.url}/_room/door${key}`);
  const door = (await response.json()) as { title: string; isHost: boolean };
  return `${door.isHost ? 'host' : 'guest'} of ${door.title}`;
}

async function roomMade(): Promise<Roomtone> {
  const app = await roomtone();
  await app.meet('Design review');
  return app;
}

test('Start as host: the host link; Join: the link for guests', async () => {
  const app = await roomMade();

  const start = urlOf(newestFor(app, 'ada'), 'Start as host');
  const join = urlOf(cardOf(app, 'general'), 'Join');

  expect(await entersAs(app, start)).toBe('host of Design review');
  expect(await entersAs(app, join)).toBe('guest of Design review');
});

describe('Host link', () => {
  test('pressed by the host: a fresh host link that only they see', async () => {
    const app = await roomMade();

    await clickOn(app, { user: 'ada', channel: 'general', button: 'Host link' });

    expect(toldTo(app, 'ada').at(-1)).toContain('You are the host of *Design review*.');
    expect(await entersAs(app, urlOf(newestFor(app, 'ada'), 'Start as host'))).toBe('host of Design review');
    expect(toldTo(app, 'ben')).toEqual([]);
    expect(app.slack.workspace.messages('general')).toHaveLength(1);
  });

  test.each(['ben', 'carla', 'dana'])('pressed by %s: no link, but who the host is', async (user) => {
    const app = await roomMade();

    await clickOn(app, { user, channel: 'general', button: 'Host link' });

    expect(app.slack.workspace.ephemerals(user)).toHaveLength(1);
    expect(toldTo(app, user).join()).toContain('<@U0ADA>');
    expect(JSON.stringify(newestFor(app, user))).not.toContain('http');
  });

  test('pressed by an admin who is not the host: no link either', async () => {
    const app = await roomtone();
    await app.meet('Design review', { user: 'ben' });

    await clickOn(app, { user: 'ada', channel: 'general', button: 'Host link' });

    expect(toldTo(app, 'ada')).toEqual([
      'Only <@U0BEN>, who made *Design review*, can get its host link.\nWith Join you take part as a guest.',
    ]);
  });

  test('pressed while the meeting service fails: a sentence with a code', async () => {
    const app = await roomMade();
    app.meetings.control.setFaults({ status: 500 });

    await clickOn(app, { user: 'ada', channel: 'general', button: 'Host link' });

    expect(toldTo(app, 'ada').at(-1)).toMatch(/^I couldn't get the host link\.\n.*MEETINGS_ERROR, \w{4}\.$/);
  });
});

describe('Join', () => {
  test('pressed by the host: the host link follows, only for them', async () => {
    const app = await roomMade();

    await clickOn(app, { user: 'ada', channel: 'general', button: 'Join' });

    expect(toldTo(app, 'ada').at(-1)).toContain('You are the host of *Design review*.');
    expect(await entersAs(app, urlOf(newestFor(app, 'ada'), 'Start as host'))).toBe('host of Design review');
  });

  test('pressed by a guest: acknowledged, nothing said', async () => {
    const app = await roomMade();

    await clickOn(app, { user: 'ben', channel: 'general', button: 'Join' });
    await app.pass(60_000);

    expect(toldTo(app, 'ben')).toEqual([]);
    expect(app.slack.workspace.messages('general')).toHaveLength(1);
  });
});

test('Start as host pressed: a link, so there is nothing to say', async () => {
  const app = await roomMade();
  const before = toldTo(app, 'ada');

  await clickOn(app, { user: 'ada', channel: 'general', button: 'Start as host' });

  expect(toldTo(app, 'ada')).toEqual(before);
});

describe('a room that has closed', () => {
  async function closedRoom(): Promise<{ app: Roomtone; value: string }> {
    const app = await roomMade();
    await app.pass(11 * 60_000);
    const [room] = app.sql<{ room_key: string }>('select room_key from rooms');
    return { app, value: encodeRoomValue({ roomKey: room?.room_key ?? '' }) };
  }

  test('its card says so and offers no way in', async () => {
    const { app } = await closedRoom();

    expect(cardOf(app, 'general')['text']).toContain('This room is closed; nobody can join any more.');
    expect(buttonsOf(cardOf(app, 'general'))).toEqual(['Open again', 'Recordings']);
  });

  test.each([ACTIONS.hostLink, ACTIONS.join])(
    '%s pressed by its host on a screen that is behind: it is closed',
    async (action) => {
      const { app, value } = await closedRoom();

      await pressStale(app, { user: 'U0ADA', channel: 'C0GENERAL', action, value });

      expect(texts(app.slack.workspace.messages('D0ADAAPP'))).toEqual([
        '*Design review* is closed; nobody can join any more.\nMake a new room with `/meet`.',
      ]);
    },
  );
});

test('a room of nobody we know: the person is told so', async () => {
  const app = await roomtone();
  const value = encodeRoomValue({ roomKey: '11111111-2222-4333-8444-555555555555' });

  await pressStale(app, { user: 'U0ADA', channel: 'C0GENERAL', action: ACTIONS.hostLink, value });

  expect(texts(app.slack.workspace.messages('D0ADAAPP'))).toEqual(["I don't know this room any more."]);
});

test('host links: in no channel message, no log line and no table', async () => {
  const app = await roomMade();
  await clickOn(app, { user: 'ada', channel: 'general', button: 'Host link' });

  const tables = app.sql<{ name: string }>("select name from sqlite_master where type = 'table'");
  const stored = tables.map(({ name }) => app.sql(`select * from ${name}`));
  const everywhere = JSON.stringify([stored, app.log, app.slack.workspace.messages('general')]);
  expect(everywhere).toContain('Design review');
  expect(everywhere).not.toContain('participant_token');
});
