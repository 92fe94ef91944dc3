import { expect, test, vi } from 'vitest';
import { encodeRoomValue } from '../../src/slack/button-values.ts';
import { ACTIONS, type ActionId } from '../../src/slack/ids.ts';
import { applicationToken } from '../../src/vonage/token.ts';
import { readMeetings } from '../support/callbacks.ts';
import { roomOf, roomsOf, slackFaults, texts } from '../support/in-slack.ts';
import { type RealProgram, realProgram } from '../support/real-program.ts';
import { press } from '../support/signed-request.ts';

const PATIENCE = { timeout: 15_000, interval: 25 };
const NEVER_ANSWERED = { delay_ms: 600_000 };

const storedRooms = (app: RealProgram, state: string) =>
  app.sql<{ title: string }>(`select title from rooms where state = '${state}' order by title`);
const stored = (app: RealProgram, title: string) =>
  app.sql<{ room_key: string; expires_at: number; closes_after_session: number; host_user_id: string }>(
    `select * from rooms where title = '${title}'`,
  )[0];
const audit = (app: RealProgram) => app.sql<{ action: string }>('select action from audit order by action');
/** Of which rooms somebody was told in direct messages how it went; that one is being made is said before. */
const told = (app: RealProgram, user: string) =>
  texts(app.slack.workspace.directMessages(user))
    .filter((text) => !/^(Making the room|I can't tell yet)/.test(text))
    .map((text) => /\*(.*?)\*/.exec(text)?.[1])
    .toSorted();

/** What the Meetings server says of a room. */
async function provided(app: RealProgram, title: string) {
  const { VONAGE_APPLICATION_ID: applicationId = '', VONAGE_PRIVATE_KEY: privateKey = '' } = app.env;
  const meetingsToken = applicationToken({ applicationId, privateKey, clock: { now: Date.now } });
  const { room_id: roomId } = await roomOf(app, title);
  const reader = { meetings: app.meetings, meetingsToken };
  return readMeetings<{ expires_at: string; expire_after_use: boolean }>(reader, `/rooms/${roomId}`);
}

/** Whose room each is: nobody waits long for their answers, of which Slack takes one a second. */
const HOSTS = { Extended: 'ada', Closed: 'ben', Ended: 'carla', 'Handed over': 'ada', Again: 'ben' } as const;
type Title = keyof typeof HOSTS;

/** A room for each change; somebody is in one of them, and one has closed. */
async function roomsToChange(): Promise<RealProgram> {
  const app = await realProgram();
  await app.start();
  for (const [title, user] of Object.entries(HOSTS)) {
    const text = title === 'Again' ? title : `${title} --for 30d`;
    await app.slack.workspace.command({ user, channel: 'general', text, command: '/meet' });
  }
  await vi.waitUntil(() => storedRooms(app, 'open').length === 5, PATIENCE);
  app.sql("update rooms set state = 'expired' where title = 'Again'");
  const { room_id: roomId } = await roomOf(app, 'Ended');
  app.meetings.control.join(roomId, { name: 'Grace' });
  const inside = () => app.sql("select session_id from sessions where participants <> '[]'");
  await vi.waitUntil(() => inside().length === 1, PATIENCE);
  return app;
}

test('rooms are changed, the answers never come, and the app is killed: each change is made, noted and told once', async () => {
  const app = await roomsToChange();
  const before = stored(app, 'Extended')?.expires_at ?? 0;
  const presses = (title: Title, action: ActionId, selected?: string) => {
    const value = encodeRoomValue({ roomKey: stored(app, title)?.room_key ?? '' });
    const signingSecret = app.env['SLACK_SIGNING_SECRET'] ?? '';
    const user = `U0${HOSTS[title].toUpperCase()}`;
    const pressed = { user, channel: 'C0GENERAL', action, value, ...(selected && { selected }) };
    return press({ url: app.url, signingSecret }, pressed);
  };
  app.meetings.control.setFaults({ ...NEVER_ANSWERED, methods: ['PATCH /rooms/:id', 'POST /rooms'] });

  await presses('Again', ACTIONS.openAgain);
  await vi.waitUntil(async () => (await roomsOf(app)).length === 6, PATIENCE);
  await slackFaults(app, { ...NEVER_ANSWERED, methods: ['users.info'] });
  await presses('Extended', ACTIONS.extendByDay);
  await presses('Closed', ACTIONS.closeRoom);
  await presses('Ended', ACTIONS.endAfterSession);
  await presses('Handed over', ACTIONS.handOverTo, 'U0CARLA');
  await vi.waitUntil(async () => {
    const [extended, closed, ended] = [
      await provided(app, 'Extended'),
      await provided(app, 'Closed'),
      await provided(app, 'Ended'),
    ];
    const isClosing = Date.parse(closed.expires_at) < before;
    return Date.parse(extended.expires_at) > before && isClosing && ended.expire_after_use;
  }, PATIENCE);
  await app.kill();
  expect(audit(app)).toEqual([]);
  await slackFaults(app, {});
  app.meetings.control.setFaults({});
  await app.start();

  await vi.waitUntil(async () => {
    // For the room being made, what half a minute would do.
    app.sql("update jobs set run_at = 0 where name = 'find-room' and state = 'waiting'");
    app.sql('update rooms set create_began_at = create_began_at - 120000');
    await fetch(`${app.url}/readyz`);
    const all = ['ada', 'ben', 'carla'].flatMap((user) => told(app, user));
    return audit(app).length === 4 && storedRooms(app, 'open').length === 5 && all.length >= 6;
  }, PATIENCE);
  const actions = audit(app).map(({ action }) => action);
  expect(actions).toEqual(['close-room', 'end-after-session-room', 'extend-room', 'hand-over-room']);
  expect(stored(app, 'Extended')?.expires_at).toBe(before + 86_400_000);
  for (const title of ['Extended', 'Closed', 'Ended']) {
    const { expires_at: expiresAt, expire_after_use: closesAfterUse } = await provided(app, title);
    expect(stored(app, title)).toMatchObject({
      expires_at: Date.parse(expiresAt),
      closes_after_session: Number(closesAfterUse),
    });
  }
  expect(stored(app, 'Handed over')).toMatchObject({ host_user_id: 'U0CARLA' });
  expect(await roomsOf(app)).toHaveLength(6);
  expect(told(app, 'ada')).toEqual(['Extended', 'Handed over']);
  expect(told(app, 'ben')).toEqual(['Again', 'Closed']);
  expect(told(app, 'carla')).toEqual(['Ended', 'Handed over']);
}, 30_000);
