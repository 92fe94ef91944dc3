import { describe, expect, test } from 'vitest';
import { buttonsOf, clickOn, roomsOf, toldTo, urlOf } from '../support/in-slack.ts';
import { roomtone } from '../support/roomtone.ts';
import { meetFields, sendSigned } from '../support/signed-request.ts';

describe('the same title in the same channel', () => {
  test.each(['Design review', 'DESIGN  review', ' design ｒｅｖｉｅｗ'])(
    'typed as "%s": the room that is there is offered',
    async (typed) => {
      const app = await roomtone();
      await app.meet('Design review');

      await app.meet(typed, { user: 'ben' });

      expect(toldTo(app, 'ben')).toEqual([
        'There already is a room *Design review* in this channel, made by <@U0ADA>.\n' +
          'Join it, or make another one with the same title.',
      ]);
      const [offer] = app.slack.workspace.ephemerals('ben');
      expect(buttonsOf(offer)).toEqual(['Join', 'Make another']);
      const [room] = app.sql<{ join_url: string }>('select join_url from rooms');
      expect(urlOf(offer, 'Join')).toBe(room?.join_url);
      expect(await roomsOf(app)).toHaveLength(1);
    },
  );

  test('Make another: a second room with the options typed, told where the offer stood', async () => {
    const app = await roomtone();
    await app.meet('Design review');
    await app.meet('Design review --for 30d --host-only', { user: 'ben' });

    await clickOn(app, { user: 'ben', channel: 'general', button: 'Make another' });

    expect(toldTo(app, 'ben')).toEqual([
      expect.stringContaining('*Design review* is ready and you are its host'),
    ]);
    expect(app.sql('select host_user_id, host_only, closes is not null as long_term from rooms')).toEqual([
      { host_user_id: 'U0ADA', host_only: 0, long_term: 0 },
      { host_user_id: 'U0BEN', host_only: 1, long_term: 1 },
    ]);
    expect((await roomsOf(app)).map(({ title }) => title)).toEqual(['Design review', 'Design review']);
  });

  test('Make another pressed twice at once: one more room, not two', async () => {
    const app = await roomtone();
    await app.meet('Design review');
    await app.meet('Design review');
    const { ts } = app.slack.workspace.ephemerals('ada').at(-1) ?? {};
    const press = { user: 'ada', channel: 'general', message_ts: String(ts), action: 'Make another' };

    await Promise.all([app.slack.workspace.action(press), app.slack.workspace.action(press)]);
    await app.settle();

    expect(await roomsOf(app)).toHaveLength(2);
  });

  test('typed again after Make another: the newest of them is offered', async () => {
    const app = await roomtone();
    await app.meet('Design review');
    await app.meet('Design review', { user: 'ben' });
    await clickOn(app, { user: 'ben', channel: 'general', button: 'Make another' });

    await app.meet('Design review', { user: 'carla' });

    expect(toldTo(app, 'carla').at(-1)).toContain('<@U0BEN>');
  });

  test('two people at once: one room, and the other person is told whose', async () => {
    const app = await roomtone();
    const type = (user: string) =>
      app.slack.workspace.command({ user, channel: 'general', text: '/meet Design review' });

    await Promise.all([type('ada'), type('ben')]);
    await app.settle();

    expect(await roomsOf(app)).toHaveLength(1);
    expect(app.slack.workspace.messages('general')).toHaveLength(1);
    const told = [...toldTo(app, 'ada'), ...toldTo(app, 'ben')];
    expect(told.filter((text) => text.includes('is already being made, by <@'))).toHaveLength(1);
    expect(told.filter((text) => text.includes('is ready and you are its host'))).toHaveLength(1);
  });

  test('once the room has closed: a new one', async () => {
    const app = await roomtone();
    await app.meet('Design review');
    await app.pass(11 * 60_000);

    await app.meet('Design review');

    expect(await roomsOf(app)).toHaveLength(2);
  });
});

test.each([
  ['another title', 'Design review 2', 'general'],
  ['the same title in another channel', 'Design review', 'design'],
])('%s: a room of its own', async (_what, title, channel) => {
  const app = await roomtone();
  await app.meet('Design review');

  await app.meet(title, { channel });

  expect((await roomsOf(app)).map(({ title }) => title)).toEqual(['Design review', title]);
});

test('one command delivered twice: acknowledged twice, one room', async () => {
  const app = await roomtone();
  const fields = meetFields('Design review');

  const answers = [await sendSigned(app, { fields }), await sendSigned(app, { fields })];
  await app.settle();

  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await answers[0]?.text()).toContain('Making the room');
  expect(await answers[1]?.text()).toBe('');
  expect(await roomsOf(app)).toHaveLength(1);
  expect(app.slack.workspace.messages('general')).toHaveLength(1);
});
