import { expect, test } from 'vitest';
import { askedRooms, toldTo } from '../support/in-slack.ts';
import { roomtone } from '../support/roomtone.ts';

test('a guest types /meet: no room, only they are told why, and the title stays free', async () => {
  const app = await roomtone();

  await app.meet('Design review', { user: 'dana' });
  await app.meet('Design review', { user: 'ben' });

  expect(toldTo(app, 'dana').at(-1)).toBe(
    'No room was made for *Design review*: guests may not make rooms here.',
  );
  expect(toldTo(app, 'ben').at(-1)).toMatch(/^\*Design review\* is ready/);
  expect(askedRooms(app)).toHaveLength(1);
});
