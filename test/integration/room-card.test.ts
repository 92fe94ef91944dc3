import { describe, expect, test } from 'vitest';
import { callbacksOf, deliver, type Person } from '../support/callbacks.ts';
import { buttonsOf, cardOf, deleteMessage, slackFaults } from '../support/in-slack.ts';
import { type OpenRoom, openRoom } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const MINUTE_MS = 60_000;
const person = (name: string): Person => ({ participantId: `p-${name}`, name });
const [ada, ben] = ['Ada', 'Ben'].map(person) as [Person, Person];

const card = (app: Roomtone): string => String(cardOf(app, 'general')['text']);
/** How often Slack was asked to change or post a message. */
const written = (app: Roomtone, method: 'chat.update' | 'chat.postMessage') =>
  app.traffic.recent().filter(({ kind, path }) => kind === 'slack-api' && path.endsWith(method)).length;

/** Tells the app of a session in that room. */
function sessionIn(app: Roomtone, { roomId, callbackUrl }: OpenRoom, sessionId = 'session-1') {
  const startedAt = app.now();
  const bodies = (endedAt: number) =>
    callbacksOf({ roomId, sessionId, recordingId: `r-${sessionId}`, startedAt, endedAt });
  return {
    tell: async (pick: (bodies: ReturnType<typeof callbacksOf>) => unknown) => {
      expect(await deliver(callbackUrl, pick(bodies(app.now())))).toBe(204);
    },
  };
}

describe("an instant room's card", () => {
  test('tells the truth through its whole life, by one message', async () => {
    const app = await roomtone();
    const { tell } = sessionIn(app, await openRoom(app));
    expect(card(app)).toMatch(/\nEvery session is recorded .* Closes at .* if nobody joins/);
    expect(buttonsOf(cardOf(app, 'general'))).toEqual(['Join', 'Host link', 'Recordings']);

    await tell((of) => of.sessionStarted);
    await tell((of) => of.joined(ada));
    await app.settle();
    expect(card(app)).toMatch(/\nIn session since <!date[^>]+>: Ada\.\n.* Closes when nobody has been in it/);

    await tell((of) => of.started);
    await tell((of) => of.joined(ben));
    await app.settle();
    expect(card(app)).toMatch(/\nIn session since <!date[^>]+>: Ada and Ben\. Recording is on\.\n/);

    await tell((of) => of.left(ada));
    await tell((of) => of.ended);
    await app.settle();
    expect(card(app)).toMatch(/\nIn session since <!date[^>]+>: Ben\.\n/);

    await tell((of) => of.left(ben));
    await app.settle();
    expect(card(app)).toMatch(
      /\nNobody is in it; the last session ended on .*\n.* Closes at .* if nobody joins/,
    );

    await app.pass(11 * MINUTE_MS);
    expect(card(app)).toMatch(/\nThis room is closed; nobody can join any more\. Every session .*\.$/);
    expect(buttonsOf(cardOf(app, 'general'))).not.toContain('Join');
    const cards = app.slack.workspace.messages('general').filter((m) => buttonsOf(m).includes('Recordings'));
    expect(cards).toHaveLength(1);
  });

  test('the session ends: the names are gone from it', async () => {
    const app = await roomtone();
    const { tell } = sessionIn(app, await openRoom(app));
    await tell((of) => of.joined(ben));
    await app.settle();
    expect(card(app)).toContain('Ben');

    await tell((of) => of.sessionEnded);
    await app.settle();

    expect(JSON.stringify(cardOf(app, 'general'))).not.toContain('Ben');
  });

  test('the end of a session is never told: the names are gone within a day', async () => {
    const app = await roomtone();
    const { tell } = sessionIn(app, await openRoom(app));
    await tell((of) => of.joined(ben));
    await app.settle();

    await app.pass(25 * 60 * MINUTE_MS);

    expect(JSON.stringify(cardOf(app, 'general'))).not.toContain('Ben');
  });
});

test('twenty people come at once: one update, and nothing new in the channel', async () => {
  const app = await roomtone();
  const { tell } = sessionIn(app, await openRoom(app));
  const posted = written(app, 'chat.postMessage');
  const names = Array.from({ length: 20 }, (_, n) => `Person ${n}`);

  await tell((of) => of.sessionStarted);
  await Promise.all(names.map((name) => tell((of) => of.joined(person(name)))));
  await app.settle();

  expect(card(app)).toMatch(/: Person \d+, Person \d+ and 18 others\.\n/);
  expect(written(app, 'chat.update')).toBe(1);
  expect(written(app, 'chat.postMessage')).toBe(posted);
});

test('callbacks that change nothing on the card: nobody looks at it again', async () => {
  const app = await roomtone();
  const { tell } = sessionIn(app, await openRoom(app));
  const runs = () =>
    app.log.filter(({ job, outcome }) => job === 'announce-room' && outcome === 'done').length;
  await tell((of) => of.joined(ada));
  await tell((of) => of.joined(ben));
  await app.settle();
  const before = runs();

  await tell((of) => of.joined(ada));
  await tell((of) => of.left(person('Nobody')));
  await tell((of) => of.uploaded);
  await tell((of) => of.ended);
  await app.settle();

  expect(runs()).toBe(before);
});

test('somebody has deleted the card: whatever goes on in the room, no other is posted', async () => {
  const app = await roomtone();
  const { tell } = sessionIn(app, await openRoom(app));
  await deleteMessage(app, cardOf(app, 'general'));

  await tell((of) => of.sessionStarted);
  await app.settle();
  await tell((of) => of.joined(ada));
  await app.settle();

  expect(app.slack.workspace.messages('general')).toEqual([]);
});

test('somebody joins while the card is on its way: it says so as soon as it stands', async () => {
  const app = await roomtone();
  await slackFaults(app, { status: 500, methods: ['chat.postMessage'] });
  const room = await openRoom(app);
  const { tell } = sessionIn(app, room);
  await tell((of) => of.joined(ada));

  await slackFaults(app, {});
  await app.pass(MINUTE_MS);

  expect(card(app)).toContain('In session: Ada.');
});
