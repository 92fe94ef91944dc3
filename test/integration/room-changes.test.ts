import { describe, expect, test } from 'vitest';
import { encodeRoomValue } from '../../src/slack/button-values.ts';
import { callbacksOf, deliver, readMeetings } from '../support/callbacks.ts';
import { buttonsOf, cardOf, clickOn, texts, toldTo } from '../support/in-slack.ts';
import { roomtoneBehindProxy } from '../support/meetings-proxy.ts';
import { openRoom } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';
import { pressStale } from '../support/signed-request.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

interface StoredRoom {
  readonly host_user_id: string;
  readonly host_name: string;
  readonly state: string;
  readonly expires_at: number;
  readonly closes_after_session: number;
}

const stored = (app: Roomtone) => app.sql<StoredRoom>('select * from rooms')[0] as StoredRoom;
const audit = (app: Roomtone) => app.sql('select user_id, action from audit');
const card = (app: Roomtone): string => String(cardOf(app, 'general')['text']);
const last = (app: Roomtone, user: string) => String(toldTo(app, user).at(-1));

async function press(app: Roomtone, button: string, user = 'ben'): Promise<void> {
  await clickOn(app, { user, channel: 'general', button });
}

/** Ben's room for 30 days. */
async function longTermRoom(app: Roomtone) {
  const { roomId, callbackUrl } = await openRoom(app, 'Weekly sync --for 30d', { user: 'ben' });
  const provider = () =>
    readMeetings<{ expires_at: string; expire_after_use: boolean }>(app, `/rooms/${roomId}`);
  const session = callbacksOf({
    roomId,
    sessionId: 'session-1',
    recordingId: 'recording-1',
    startedAt: app.now(),
    endedAt: app.now() + MINUTE_MS,
  });
  return { roomId, callbackUrl, provider, session, tell: (body: unknown) => deliver(callbackUrl, body) };
}

test('the card of an instant room: nothing to change, for it closes by itself', async () => {
  const app = await roomtone();
  await app.meet('Design review');

  expect(buttonsOf(cardOf(app, 'general'))).toEqual(['Join', 'Host link', 'Recordings']);
});

describe('Extend', () => {
  test.each([
    ['By a day', 1],
    ['By a week', 7],
    ['By 30 days', 30],
  ])('%s: the provider, the table and the card say so', async (button, days) => {
    const app = await roomtone();
    const { provider } = await longTermRoom(app);
    const before = stored(app).expires_at;

    await press(app, 'Extend');
    expect(last(app, 'ben')).toContain('How much longer should *Weekly sync* stay open?');
    await press(app, button);

    expect(stored(app).expires_at).toBe(before + days * DAY_MS);
    expect(Date.parse((await provider()).expires_at)).toBe(before + days * DAY_MS);
    expect(last(app, 'ben')).toMatch(/^\*Weekly sync\* now stays open until/);
    expect(card(app)).toContain(`<!date^${Math.floor(stored(app).expires_at / 1000)}^`);
    expect(audit(app)).toEqual([{ user_id: 'U0BEN', action: 'extend-room' }]);
  });

  test('the same button again, on a screen that is behind: the answer has taken its place', async () => {
    const app = await roomtone();
    await longTermRoom(app);
    await press(app, 'Extend');

    await press(app, 'By a day');

    expect(app.slack.workspace.ephemerals('ben').flatMap(buttonsOf)).not.toContain('By a day');
  });

  test('the change is made, but gets no answer: a read tells that it is', async () => {
    const { app, proxy } = await roomtoneBehindProxy();
    await longTermRoom(app);
    const before = stored(app).expires_at;
    proxy.intercept = async (what, passOn) => {
      const answer = await passOn();
      return what.startsWith('PATCH') ? 'hang up' : answer;
    };

    await press(app, 'Extend');
    await press(app, 'By a day');

    expect(stored(app).expires_at).toBe(before + DAY_MS);
    expect(audit(app)).toHaveLength(1);
  });

  test('the change is not made and gets no answer: they hear that it is not sure, and can press again', async () => {
    const { app, proxy } = await roomtoneBehindProxy();
    await longTermRoom(app);
    const before = stored(app).expires_at;
    proxy.intercept = async (what, passOn) => (what.startsWith('PATCH') ? 'hang up' : passOn());
    await press(app, 'Extend');
    await press(app, 'By a day');
    expect(last(app, 'ben')).toMatch(
      /^I couldn't make sure that the room is changed\.\n.*MEETINGS_NO_ANSWER/,
    );
    expect(audit(app)).toEqual([]);

    proxy.intercept = (_what, passOn) => passOn();
    await press(app, 'Extend');
    await press(app, 'By a day');

    expect(stored(app).expires_at).toBe(before + DAY_MS);
    expect(audit(app)).toHaveLength(1);
  });

  test('Meetings is down: a sentence with a code, and nothing has changed', async () => {
    const app = await roomtone();
    await longTermRoom(app);
    const before = stored(app);
    await press(app, 'Extend');
    app.meetings.control.setFaults({ status: 500 });

    await press(app, 'By a day');
    await app.pass(5 * MINUTE_MS);

    expect(last(app, 'ben')).toMatch(/^I couldn't make sure that the room is changed\.\n.*MEETINGS_ERROR/);
    expect(stored(app)).toEqual(before);
    expect(audit(app)).toEqual([]);
  });
});

describe('End after this session', () => {
  test('stands on the card while somebody is in, and closes the room 10 minutes after', async () => {
    const app = await roomtone();
    const { provider, tell, session } = await longTermRoom(app);
    expect(buttonsOf(cardOf(app, 'general'))).not.toContain('End after this session');
    await tell(session.joined({ participantId: 'p', name: 'Ada' }));
    await app.settle();

    await press(app, 'End after this session');

    expect(last(app, 'ben')).toBe('*Weekly sync* closes 10 minutes after this session ends.');
    expect((await provider()).expire_after_use).toBe(true);
    expect(card(app)).toContain('Closes 10 minutes after this session ends.');
    expect(buttonsOf(cardOf(app, 'general'))).not.toContain('End after this session');

    await app.pass(60 * MINUTE_MS);
    expect(stored(app).state).toBe('open');
    await tell({ ...session.sessionEnded, ended_at: new Date(app.now()).toISOString() });
    await app.settle();
    expect(stored(app).expires_at).toBeLessThanOrEqual(app.now() + 10 * MINUTE_MS);
    await app.pass(9 * MINUTE_MS);
    expect(stored(app).state).toBe('open');
    await app.pass(3 * MINUTE_MS);
    expect(stored(app).state).toBe('expired');
    expect(buttonsOf(cardOf(app, 'general'))).toEqual(['Open again', 'Recordings']);
  });

  test('pressed when everybody has just left: nothing happens, and the way out is named', async () => {
    const app = await roomtone();
    const { tell, session, provider } = await longTermRoom(app);
    const ada = { participantId: 'p', name: 'Ada' };
    await tell(session.joined(ada));
    await app.settle();
    await tell(session.left(ada));

    await press(app, 'End after this session');

    expect(last(app, 'ben')).toContain('Nobody is in *Weekly sync*');
    expect((await provider()).expire_after_use).toBe(false);
  });

  test('extended after all: it stays open for other sessions', async () => {
    const app = await roomtone();
    const { tell, session, provider } = await longTermRoom(app);
    await tell(session.joined({ participantId: 'p', name: 'Ada' }));
    await app.settle();
    await press(app, 'End after this session');

    await press(app, 'Extend');
    await press(app, 'By a day');

    expect((await provider()).expire_after_use).toBe(false);
    expect(stored(app).closes_after_session).toBe(0);
  });
});

describe('Close room', () => {
  test('closes in 10 minutes, and says that the link works until then', async () => {
    const app = await roomtone();
    await longTermRoom(app);

    await press(app, 'Close room');

    expect(last(app, 'ben')).toMatch(
      /^\*Weekly sync\* closes at .*\nPeople who have the link can join until then\. Its recordings stay\.$/,
    );
    expect(stored(app).expires_at).toBeLessThan(app.now() + 12 * MINUTE_MS);
    expect(stored(app).state).toBe('open');
    await app.pass(13 * MINUTE_MS);
    expect(stored(app).state).toBe('expired');
    expect(card(app)).toContain('This room is closed');
  });

  test('twice: closes at the time first told', async () => {
    const app = await roomtone();
    await longTermRoom(app);
    await press(app, 'Close room');
    const first = stored(app).expires_at;

    await app.pass(MINUTE_MS);
    await press(app, 'Close room');

    expect(stored(app).expires_at).toBe(first);
  });

  test('a room the provider has closed meanwhile: so have we', async () => {
    const { app, proxy } = await roomtoneBehindProxy();
    await longTermRoom(app);
    proxy.intercept = async (what, passOn) =>
      what.startsWith('PATCH') ? { status: 404, body: { message: 'not found', status: 404 } } : passOn();

    await press(app, 'Close room');

    expect(last(app, 'ben')).toContain('*Weekly sync* is closed');
    expect(stored(app).state).toBe('expired');
  });
});

describe.each(['Extend', 'Close room', 'Hand over'])('%s pressed by somebody else', (button) => {
  test.each(['carla', 'dana'])('%s: nothing changes, and they learn who can', async (user) => {
    const app = await roomtone();
    await longTermRoom(app);
    const before = stored(app);

    await press(app, button, user);

    expect(toldTo(app, user)).toHaveLength(1);
    expect(last(app, user)).toMatch(/(Nothing was changed|nichts geändert).*<@U0BEN>/);
    expect(stored(app)).toEqual(before);
    expect(audit(app)).toEqual([]);
  });

  test('an admin who is not the host: may', async () => {
    const app = await roomtone();
    await longTermRoom(app);

    await press(app, button, 'ada');

    expect(last(app, 'ada')).not.toContain('Nothing was changed');
  });
});

describe('Open again', () => {
  test('pressed by a member: a new room with the same settings, and they are its host', async () => {
    const app = await roomtone();
    await app.meet('Design review --manual', { user: 'ada' });
    await app.pass(12 * MINUTE_MS);

    await press(app, 'Open again', 'ben');

    expect(last(app, 'ben')).toContain('*Design review* is ready and you are its host.');
    const rooms = app.sql('select host_user_id, state, recording, closes from rooms order by created_at');
    expect(rooms).toEqual([
      { host_user_id: 'U0ADA', state: 'expired', recording: 'offered', closes: null },
      { host_user_id: 'U0BEN', state: 'open', recording: 'offered', closes: null },
    ]);
  });

  test('pressed by two people: one room, the second is offered it', async () => {
    const app = await roomtone();
    await app.meet('Design review', { user: 'ada' });
    await app.pass(12 * MINUTE_MS);
    const old = cardOf(app, 'general');
    const click = { channel: 'general', message_ts: String(old['ts']), action: 'Open again' };

    await app.slack.workspace.action({ ...click, user: 'ben' });
    await app.slack.workspace.action({ ...click, user: 'ada' });
    await app.settle();

    expect(app.sql("select room_key from rooms where state = 'open'")).toHaveLength(1);
    expect(last(app, 'ada')).toContain('The room *Design review* is already being made, by <@U0BEN>');
  });

  test('pressed by somebody who is no longer in the channel: no room, and why', async () => {
    const app = await roomtone();
    await app.meet('Design review', { user: 'ada' });
    await app.pass(12 * MINUTE_MS);
    const { roomKey } = app.sql<{ roomKey: string }>('select room_key as roomKey from rooms')[0] ?? {};
    await app.slack.workspace.leave('general', 'ben');

    await pressStale(app, {
      user: 'U0BEN',
      channel: 'C0GENERAL',
      action: 'room.open-again',
      value: encodeRoomValue({ roomKey: roomKey ?? '' }),
    });

    expect(texts(app.slack.workspace.directMessages('ben')).at(-1)).toBe(
      'No room was made for *Design review*: you are not in that channel.',
    );
    expect(app.sql("select room_key from rooms where state = 'open'")).toEqual([]);
  });

  test('of a room between people, pressed in the direct messages with the app: belongs to the same people', async () => {
    const app = await roomtone();
    await app.meet('Talk', { user: 'ada', channel: 'D0ADABEN' });
    await app.pass(12 * MINUTE_MS);

    await clickOn(app, { user: 'ada', channel: 'D0ADAAPP', button: 'Open again' });

    const rooms = app.sql('select channel_id, direct, state from rooms order by created_at');
    expect(rooms).toEqual(['expired', 'open'].map((state) => ({ channel_id: 'D0ADABEN', direct: 1, state })));
  });

  test('pressed by a guest: the policy holds as for /meet', async () => {
    const app = await roomtone();
    await app.meet('Design review', { user: 'ada' });
    await app.pass(12 * MINUTE_MS);

    await press(app, 'Open again', 'dana');

    expect(app.sql("select room_key from rooms where state = 'open'")).toEqual([]);
  });
});
