import { expect, test } from 'vitest';
import { homeOf, openHome, published } from '../support/at-home.ts';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { cardOf, deleteMessage } from '../support/in-slack.ts';
import { openRoom } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const person = (name: string) => ({ participantId: `p-${name}`, name });

/** Ben looks at his Home, makes a room, and its callbacks can be told. */
async function bensRoom(app: Roomtone) {
  await openHome(app, 'ben');
  const { roomId, callbackUrl } = await openRoom(app, 'Budget --for 30d', { user: 'ben' });
  const times = { startedAt: app.now(), endedAt: app.now() };
  const callbacks = callbacksOf({ roomId, sessionId: 'session-1', recordingId: 'r-1', ...times });
  const tell = async (...bodies: unknown[]) => {
    for (const body of bodies) expect(await deliver(callbackUrl, body)).toBe(204);
    await app.settle();
  };
  return { ...callbacks, tell };
}

const budget = (app: Roomtone) => homeOf(app, 'ben').find((text) => text.startsWith('*Budget* in'));

test('a session in my room: Home says since when, who is in and whether it is recorded, until it is over', async () => {
  const app = await roomtone();
  const { tell, sessionStarted, sessionEnded, joined, left, started } = await bensRoom(app);
  expect(budget(app)).toMatch(/^\*Budget\* in <#C0GENERAL>\. Open until <!date[^>]+>\.$/);

  await tell(sessionStarted, joined(person('Ada')));
  expect(budget(app)).toMatch(
    /^\*Budget\* in <#C0GENERAL>\. In session since <!date[^>]+>: Ada\. Open until/,
  );

  await tell(started, joined(person('Ben')));
  expect(budget(app)).toMatch(/In session since <!date[^>]+>: Ada and Ben\. Recording is on\. Open until/);

  await tell(left(person('Ada')));
  expect(budget(app)).toMatch(/In session since <!date[^>]+>: Ben\. Recording is on\. Open until/);

  await tell(left(person('Ben')), sessionEnded);
  expect(budget(app)).toMatch(/^\*Budget\* in <#C0GENERAL>\. Open until <!date[^>]+>\.$/);
});

test('twenty people come at once: Home is written once', async () => {
  const app = await roomtone();
  const { tell, sessionStarted, joined } = await bensRoom(app);
  const before = published(app);

  await tell(sessionStarted, ...Array.from({ length: 20 }, (_, n) => joined(person(`Guest ${n}`))));

  expect(budget(app)).toContain('Guest 0, Guest 1 and 18 others.');
  expect(published(app) - before).toBe(1);
});

test('somebody has deleted the card: Home still goes along', async () => {
  const app = await roomtone();
  const { tell, sessionStarted, joined, left } = await bensRoom(app);
  await deleteMessage(app, cardOf(app, 'general'));

  // The first change finds that there is no card any more.
  await tell(sessionStarted, joined(person('Ada')));
  await tell(joined(person('Ben')));
  expect(budget(app)).toMatch(/In session since <!date[^>]+>: Ada and Ben\. Open until/);
  await tell(left(person('Ada')));

  expect(budget(app)).toMatch(/In session since <!date[^>]+>: Ben\. Open until/);
});
