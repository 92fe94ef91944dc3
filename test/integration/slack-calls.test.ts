import { describe, expect, test } from 'vitest';
import { METHOD_TIERS } from '../../src/slack/method-tiers.ts';
import { slackWorkspace } from '../../src/slack/workspace.ts';
import { comeBackAt, makeAll, type PacedSlack, pacedSlack, post } from '../support/paced-slack.ts';

const PLACES = ['C0GENERAL', 'C0DESIGN', 'U0ADA', 'U0BEN', 'U0CARLA', 'U0DANA'];
const TEAM = { teamId: 'T0SANDBOX' };

/** Titles and answers of what reached Slack. */
const reached = ({ traffic }: PacedSlack) => traffic.recent().map(({ title, status }) => [title, status]);
const told = (slack: PacedSlack, channel: string) =>
  slack.workspace.messages(channel).map(({ text }) => text);

const askWho = ({ calls }: PacedSlack, user: string, about = user) =>
  calls.call({ ...TEAM, method: 'users.info', rank: 'people', about }, (client) =>
    client.users.info({ user }),
  );

describe('a channel', () => {
  test('a second message within a second: nothing is sent before the second is over', async () => {
    const slack = await pacedSlack();
    await post(slack.calls, 'C0GENERAL', 'one');
    slack.advance(400);

    const again = await comeBackAt(post(slack.calls, 'C0GENERAL', 'two'));
    expect(again).toBe(slack.now() + 600);
    expect(told(slack, 'general')).toEqual(['one']);

    slack.advance(600);
    await post(slack.calls, 'C0GENERAL', 'two');
    expect(reached(slack)).toEqual([
      ['chat.postMessage', 200],
      ['chat.postMessage', 200],
    ]);
  });

  test('many messages at once: each comes back once, in the order they were told to', async () => {
    const slack = await pacedSlack();
    const texts = Array.from({ length: 10 }, (_, n) => `message ${n}`);
    const start = slack.now();

    const tries = await makeAll(
      texts.map((text) => () => post(slack.calls, 'C0GENERAL', text)),
      slack,
    );

    expect(told(slack, 'general').toSorted()).toEqual(texts);
    expect(tries).toBe(1 + 9 * 2);
    expect(slack.now() - start).toBe(9_000);
  });

  test('somebody new: does not overtake those who wait', async () => {
    const slack = await pacedSlack();
    await post(slack.calls, 'C0GENERAL', 'first');
    await comeBackAt(post(slack.calls, 'C0GENERAL', 'waits'));
    slack.advance(1_000);

    const later = await comeBackAt(post(slack.calls, 'C0GENERAL', 'new'));

    expect(later).toBe(slack.now() + 1_000);
    expect(await comeBackAt(post(slack.calls, 'C0GENERAL', 'waits'))).toBe(0);
  });

  test('somebody who comes back too early: keeps their place, and the others theirs', async () => {
    const slack = await pacedSlack();
    await post(slack.calls, 'C0GENERAL', 'first');
    const ask = (text: string) => comeBackAt(post(slack.calls, 'C0GENERAL', text));
    const [one, two] = [await ask('one'), await ask('two')];

    expect([await ask('one'), await ask('two'), await ask('one')]).toEqual([one, two, one]);
    expect(await ask('three')).toBe(two + 1_000);
  });

  test('Slack took its time for the message before: whoever is next keeps their turn', async () => {
    const slack = await pacedSlack();
    const ask = (text: string) => comeBackAt(post(slack.calls, 'C0GENERAL', text));
    await ask('first');
    const [one, two] = [await ask('one'), await ask('two')];
    await slack.storage.transaction(({ pauses }) => pauses.hold('channel:C0GENERAL', one + 300));

    slack.advance(one - slack.now());
    expect(await ask('one')).toBe(one + 300);
    expect(await ask('three')).toBe(two + 1_000);
  });
});

test('a person who clicked: goes before announcements that have waited for long', async () => {
  const slack = await pacedSlack();
  const texts = Array.from({ length: 8 }, (_, n) => `message ${n}`);
  await Promise.all(texts.map((text) => comeBackAt(post(slack.calls, 'C0GENERAL', text))));
  slack.advance(500);

  const click = await comeBackAt(post(slack.calls, 'C0GENERAL', 'clicked', { rank: 'people' }));
  expect(click).toBe(slack.now() + 500);
  await makeAll(
    [...texts.slice(1), 'clicked'].map((text) => () => {
      const rank = text === 'clicked' ? 'people' : 'channels';
      return post(slack.calls, 'C0GENERAL', text, { rank });
    }),
    slack,
  );

  expect(told(slack, 'general')[1]).toBe('clicked');
  expect(told(slack, 'general')).toHaveLength(9);
});

describe('a workspace', () => {
  test('hundreds of posts in six places: Slack never says 429, and it takes hardly longer than Slack wants', async () => {
    const slack = await pacedSlack();
    const posts = Array.from({ length: 330 }, (_, n) => ({
      channel: PLACES[n % PLACES.length] ?? '',
      text: `message ${n}`,
    }));
    const start = slack.now();
    const refused: number[] = [];
    slack.traffic.onChange(() => refused.push(slack.traffic.recent().at(-1)?.status ?? 0));

    const tries = await makeAll(
      posts.map(
        ({ channel, text }) =>
          () =>
            post(slack.calls, channel, text),
      ),
      slack,
    );

    expect(refused).toEqual(Array(330).fill(200));
    expect(slack.now() - start).toBeLessThan(1.2 * (330 / 300) * 60_000);
    expect(tries).toBeLessThan(3 * 330);
  });

  test('a flock of people: as many at once as Slack allows, then at its pace', async () => {
    const slack = await pacedSlack();
    const { perMinute, burst } = METHOD_TIERS['users.info'];
    const asked = await Promise.all(
      Array.from({ length: 60 }, (_, n) => comeBackAt(askWho(slack, 'U0ADA', `U${n}`))),
    );

    expect(asked.filter((at) => at === 0)).toHaveLength(burst);
    const waiting = asked.filter((at) => at > 0).toSorted((a, b) => a - b);
    const interval = 60_000 / perMinute;
    expect(waiting).toEqual(waiting.map((_, n) => slack.now() + (n + 1) * interval));
  });
});

test('somebody about whom several jobs ask at once: waits in the line once, and all of them hear', async () => {
  const slack = await pacedSlack();
  const flock = Array.from({ length: METHOD_TIERS['users.info'].burst }, (_, n) => `person ${n}`);
  await Promise.all(flock.map((person) => comeBackAt(askWho(slack, 'U0BEN', person))));
  const { profile } = slackWorkspace(slack.calls);
  const askAll = () => Promise.all([1, 2, 3].map(() => comeBackAt(profile(TEAM.teamId, 'U0ADA'))));

  const [at = 0] = await askAll();
  slack.advance(at - slack.now());

  expect(at).toBeGreaterThan(0);
  expect(await askAll()).toEqual([0, 0, 0]);
  expect(reached(slack)).toHaveLength(flock.length + 1);
});

describe('Slack asks for a pause', () => {
  test('of a post: no post in that channel before it is over; everywhere else life goes on', async () => {
    const slack = await pacedSlack();
    const { ts = '' } = await post(slack.calls, 'C0GENERAL', 'stands');
    slack.advance(1_000);
    await slack.ask('PUT', '/_sandbox/faults', {
      status: 429,
      retry_after: 30,
      methods: ['chat.postMessage'],
    });
    const over = slack.now() + 30_000;

    expect(await comeBackAt(post(slack.calls, 'C0GENERAL', 'one'))).toBe(over);
    await slack.ask('PUT', '/_sandbox/faults', {});
    slack.advance(29_999);
    expect(await comeBackAt(post(slack.calls, 'C0GENERAL', 'two'))).toBeGreaterThan(over);
    const changes = { channelId: 'C0GENERAL', messageTs: ts };
    await slack.calls.call(
      { ...TEAM, method: 'chat.update', rank: 'channels', about: ts, changes },
      (client) => client.chat.update({ channel: 'C0GENERAL', ts, text: 'changed' }),
    );
    await post(slack.calls, 'C0DESIGN', 'elsewhere');

    expect(told(slack, 'general')).toEqual(['changed']);
    slack.advance(1);
    expect(await comeBackAt(post(slack.calls, 'C0GENERAL', 'one'))).toBe(0);
  });

  test('of another method: none of its calls before it is over, and no burst after; other methods go on', async () => {
    const slack = await pacedSlack();
    await slack.ask('PUT', '/_sandbox/faults', { status: 429, retry_after: 20, methods: ['users.info'] });
    const over = slack.now() + 20_000;

    expect(await comeBackAt(askWho(slack, 'U0ADA'))).toBe(over);
    await slack.ask('PUT', '/_sandbox/faults', {});
    slack.advance(19_999);
    expect(await comeBackAt(askWho(slack, 'U0BEN'))).toBeGreaterThan(over);
    await post(slack.calls, 'C0GENERAL', 'goes on');
    slack.advance(1);

    expect(await comeBackAt(askWho(slack, 'U0ADA'))).toBe(0);
    expect(await comeBackAt(askWho(slack, 'U0CARLA'))).toBeGreaterThan(slack.now());
    expect(reached(slack).filter(([title]) => title === 'users.info')).toEqual([
      ['users.info', 429],
      ['users.info', 200],
    ]);
  });
});

test('a message that changes all the time: changes every 5 seconds', async () => {
  const slack = await pacedSlack();
  const { ts = '' } = await post(slack.calls, 'C0GENERAL', 'before');
  const change = (text: string) =>
    slack.calls.call(
      {
        ...TEAM,
        method: 'chat.update',
        rank: 'channels',
        about: ts,
        changes: { channelId: 'C0GENERAL', messageTs: ts },
      },
      (client) => client.chat.update({ channel: 'C0GENERAL', ts, text }),
    );
  const seen: unknown[] = [];

  for (let second = 0; second < 12; second++) {
    await comeBackAt(change(`after ${second} s`));
    seen.push(told(slack, 'general')[0]);
    slack.advance(1_000);
  }

  const [first, second, third] = ['after 0 s', 'after 5 s', 'after 10 s'];
  expect(seen).toEqual([...Array(5).fill(first), ...Array(5).fill(second), third, third]);
});
