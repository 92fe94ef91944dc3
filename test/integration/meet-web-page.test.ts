import { expect, test } from 'vitest';
import { buttonsOf, clickOn, roomsOf, toldTo } from '../support/in-slack.ts';
import { roomtoneBehindProxy } from '../support/meetings-proxy.ts';

const PAGE = '<!doctype html><title>Bad gateway</title>';

test('the meeting service answers with an error page: the person hears why, and Try again makes the room', async () => {
  const { app, proxy } = await roomtoneBehindProxy();
  proxy.intercept = async () => ({ status: 500, body: PAGE });
  await app.meet('Design review');
  expect(toldTo(app, 'ada').at(-1)).toContain('the meeting service reported an error of its own');
  expect(buttonsOf(app.slack.workspace.ephemerals('ada').at(-1))).toEqual(['Try again']);

  proxy.intercept = (_what, passOn) => passOn();
  await clickOn(app, { user: 'ada', channel: 'general', button: 'Try again' });

  expect(toldTo(app, 'ada').at(-1)).toContain('*Design review* is ready and you are its host');
  expect(await roomsOf(app)).toHaveLength(1);
});

test('it makes the room and answers with a web page: the room is looked for, and there is one', async () => {
  const { app, proxy } = await roomtoneBehindProxy();
  proxy.intercept = async (what, passOn) => {
    const answer = await passOn();
    return what.startsWith('POST /rooms') ? { status: 200, body: PAGE } : answer;
  };
  await app.meet('Design review');
  expect(toldTo(app, 'ada').at(-1)).toContain("I can't tell yet whether *Design review* was made");

  await app.pass(30_000);

  expect(toldTo(app, 'ada').at(-1)).toContain('*Design review* is ready and you are its host');
  expect(await roomsOf(app)).toHaveLength(1);
});
