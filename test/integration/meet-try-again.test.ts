import { describe, expect, test } from 'vitest';
import { encodeRoomValue } from '../../src/slack/button-values.ts';
import { ACTIONS } from '../../src/slack/ids.ts';
import { askedRooms, cardOf, clickOn, roomsOf, texts, toldTo } from '../support/in-slack.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';
import { pressStale } from '../support/signed-request.ts';

describe('Try again', () => {
  async function failedRoom(): Promise<Roomtone> {
    const app = await roomtone();
    app.meetings.control.setFaults({ status: 500 });
    await app.meet('Design review');
    app.meetings.control.setFaults({});
    return app;
  }

  test('pressed once the service works: the room, told where the failure stood', async () => {
    const app = await failedRoom();

    await clickOn(app, { user: 'ada', channel: 'general', button: 'Try again' });

    expect(toldTo(app, 'ada')).toEqual([
      expect.stringContaining('Making the room *Design review*'),
      expect.stringContaining('*Design review* is ready and you are its host'),
    ]);
    expect(cardOf(app, 'general')['text']).toContain('*Design review*: a video room by <@U0ADA>');
  });

  test('pressed twice at once: one room, one card', async () => {
    const app = await failedRoom();
    const { ts } = app.slack.workspace.ephemerals('ada').at(-1) ?? {};
    const click = { user: 'ada', channel: 'general', message_ts: String(ts), action: 'Try again' };

    await Promise.all([app.slack.workspace.action(click), app.slack.workspace.action(click)]);
    await app.settle();

    expect(await roomsOf(app)).toHaveLength(1);
    expect(app.slack.workspace.messages('general')).toHaveLength(1);
    expect(toldTo(app, 'ada').at(-1)).toContain('is ready');
    const said = app.traffic.recent().filter(({ title }) => title === 'response_url');
    expect(JSON.stringify(said)).not.toContain('already');
  });

  test('pressed while the service still fails: told again, and it can be pressed again', async () => {
    const app = await failedRoom();
    app.meetings.control.setFaults({ status: 500 });

    await clickOn(app, { user: 'ada', channel: 'general', button: 'Try again' });
    expect(toldTo(app, 'ada')).toEqual([
      expect.stringContaining('Making the room'),
      expect.stringContaining('could not be made'),
    ]);
    app.meetings.control.setFaults({});
    await clickOn(app, { user: 'ada', channel: 'general', button: 'Try again' });

    expect(toldTo(app, 'ada').at(-1)).toContain('is ready');
    expect(askedRooms(app)).toHaveLength(3);
  });

  test('pressed once more when the room is there: its host hears so again, and there is no second room', async () => {
    const app = await failedRoom();
    const [room] = app.sql<{ room_key: string }>('select room_key from rooms');
    await clickOn(app, { user: 'ada', channel: 'general', button: 'Try again' });

    // Her screen still showed the old message.
    const value = encodeRoomValue({ roomKey: room?.room_key ?? '' });
    await pressStale(app, { user: 'U0ADA', channel: 'C0GENERAL', action: ACTIONS.retryRoom, value });

    // Without an address to answer at, it comes by direct message.
    expect(texts(app.slack.workspace.messages('D0ADAAPP'))).toEqual([
      expect.stringContaining('*Design review* is ready and you are its host'),
    ]);
    expect(await roomsOf(app)).toHaveLength(1);
  });

  test('pressed after somebody else has made that room: theirs is offered', async () => {
    const app = await failedRoom();
    await app.meet('design REVIEW', { user: 'ben' });

    await clickOn(app, { user: 'ada', channel: 'general', button: 'Try again' });

    expect(toldTo(app, 'ada').at(-1)).toContain(
      'There already is a room *design REVIEW* in this channel, made by <@U0BEN>.',
    );
    expect(await roomsOf(app)).toHaveLength(1);
  });
});

test('a room that failed: its title is free again', async () => {
  const app = await roomtone();
  app.meetings.control.setFaults({ status: 500 });
  await app.meet('Design review');
  app.meetings.control.setFaults({});

  await app.meet('Design review');

  expect(toldTo(app, 'ada').at(-1)).toContain('is ready');
});
