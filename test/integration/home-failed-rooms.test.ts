import { expect, test } from 'vitest';
import { clickAtHome, homeButtons, homeOf, openHome } from '../support/at-home.ts';
import { submit } from '../support/fill-in.ts';
import { toldTo } from '../support/in-slack.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

/** Ben looks at his Home, and wants a room that can't be made. */
async function fails(app: Roomtone, status: number, text = 'Planning') {
  await openHome(app, 'ben');
  app.meetings.control.setFaults({ status, methods: ['POST /rooms'] });
  await app.meet(text, { user: 'ben' });
  app.meetings.control.setFaults({});
}

const failed = (app: Roomtone) => homeOf(app, 'ben').find((text) => text.includes('could not be made'));
const listed = (app: Roomtone) => JSON.stringify(app.slack.workspace.ephemerals('ben').at(-1)?.['blocks']);

test.each([
  [400, 'make one with another title or date.'],
  [401, 'An admin needs to act before it can be made; then make it anew.'],
  [403, 'An admin needs to act before it can be made; then make it anew.'],
])(
  'the meeting service says %i: the same wish is not offered again, but what to do instead',
  async (status, instead) => {
    const app = await roomtone();

    await fails(app, status);
    expect(failed(app)).toContain(instead);
    expect(homeButtons(app, 'ben')).not.toContain('Try again');
    expect(JSON.stringify(app.slack.workspace.ephemerals('ben'))).not.toContain('Try again');
    await app.meet('rooms', { user: 'ben' });

    expect(listed(app)).toContain(instead);
    expect(listed(app)).not.toContain('Try again');
  },
);

test('the meeting service refuses it: whoever asked hears at once what to do instead', async () => {
  const app = await roomtone();

  await fails(app, 400);

  expect(toldTo(app, 'ben').at(-1)).toContain('It would refuse the same again; make one with another title');
});

test('the meeting service fails: Try again stays, and helps', async () => {
  const app = await roomtone();
  await fails(app, 500);
  expect(failed(app)).toMatch(/could not be made on <!date[^>]+>\.$/);

  await clickAtHome(app, 'ben', 'Try again');

  expect(homeOf(app, 'ben').join('\n')).toContain('*Planning* in <#C0GENERAL>');
});

test('not invited to a private channel: Home says where to invite first', async () => {
  const app = await roomtone();
  await openHome(app, 'ada');

  await app.meet('Planning', { channel: 'leads' });

  expect(homeOf(app, 'ada').join('\n')).toContain('Type `/invite @Roomtone` in <#C0LEADS>, then press');
  expect(homeButtons(app, 'ada')).toContain('Try again');
});

test('only admins make rooms there from now on: Try again goes, and Home says why', async () => {
  const app = await roomtone();
  await fails(app, 500);
  expect(homeButtons(app, 'ben')).toContain('Try again');

  await app.slack.workspace.command({ user: 'ada', channel: 'general', text: 'settings', command: '/meet' });
  await submit(app, 'ada', { 'channel.makeRooms': 'admins' });

  expect(homeButtons(app, 'ben')).not.toContain('Try again');
  expect(failed(app)).toContain("An admin has decided that you can't make rooms there any more.");
});
