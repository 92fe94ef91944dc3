import { describe, expect, test } from 'vitest';
import { clickOn, roomsOf, toldTo } from '../support/in-slack.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const MINUTE_MS = 60_000;

const titlesOf = async (app: Roomtone) => (await roomsOf(app)).map(({ title }) => title);

async function makeRooms(app: Roomtone, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) await app.meet(`Room ${number}`);
}

describe('10 rooms in 10 minutes', () => {
  test('the eleventh is refused, only for that person and only for so long', async () => {
    const app = await roomtone();
    await makeRooms(app, 10);

    await app.meet('Room 11');
    expect(toldTo(app, 'ada').at(-1)).toBe(
      'You made 10 rooms in the last 10 minutes, so no other was made.\nTry again in a few minutes.',
    );
    await app.meet('Room of Ben', { user: 'ben' });
    await app.pass(10 * MINUTE_MS);
    await app.meet('Room 12');

    const titles = await titlesOf(app);
    expect(titles).toHaveLength(12);
    expect(titles.slice(-2)).toEqual(['Room of Ben', 'Room 12']);
  });

  test('what could not be made does not count', async () => {
    const app = await roomtone();
    await makeRooms(app, 9);
    app.meetings.control.setFaults({ status: 500 });
    await app.meet('Failed');
    await app.meet('Failed');
    app.meetings.control.setFaults({});

    await app.meet('Room 10');

    expect(toldTo(app, 'ada').at(-1)).toContain('*Room 10* is ready');
  });

  test('reached meanwhile, Try again is refused as well', async () => {
    const app = await roomtone();
    app.meetings.control.setFaults({ status: 500 });
    await app.meet('Failed');
    app.meetings.control.setFaults({});
    await makeRooms(app, 10);

    await clickOn(app, { user: 'ada', channel: 'general', button: 'Try again' });

    expect(toldTo(app, 'ada').join()).toContain('You made 10 rooms in the last 10 minutes');
    expect(await roomsOf(app)).toHaveLength(10);
  });
});

test('MAX_ROOMS_PER_TEAM open rooms: nobody gets another until one has closed', async () => {
  const app = await roomtone({ env: { MAX_ROOMS_PER_TEAM: '2' } });
  await makeRooms(app, 2);

  await app.meet('One too many', { user: 'ben' });
  expect(toldTo(app, 'ben').at(-1)).toBe(
    'This workspace has 2 open rooms, the most it may have, so no other was made.\n' +
      'Use one of them, or try again when one has closed.',
  );
  // Nobody came, so both have closed after 10 minutes.
  await app.pass(11 * MINUTE_MS);
  await app.meet('Enough room', { user: 'ben' });

  expect(await titlesOf(app)).toEqual(['Room 1', 'Room 2', 'Enough room']);
});
