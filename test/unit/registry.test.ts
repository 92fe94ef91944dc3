import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { ChannelMessage } from '../../src/domain/channel-message.ts';
import { createLog } from '../../src/log.ts';
import { slackDialogs } from '../../src/slack/dialogs.ts';
import { ACTIONS, type ActionId, INPUT, SHORTCUTS, VIEWS } from '../../src/slack/ids.ts';
import { blockAction } from '../../src/slack/listeners/block-action.ts';
import { CLICKS } from '../../src/slack/listeners/clicks.ts';
import { SHORTCUT_KINDS, shortcut } from '../../src/slack/listeners/shortcut.ts';
import { SUBMISSIONS, viewSubmission } from '../../src/slack/listeners/view-submission.ts';
import { renderAnswer } from '../../src/slack/views/answer.ts';
import { renderMessage } from '../../src/slack/views/channel-message.ts';
import { renderHome } from '../../src/slack/views/home.ts';
import { ANSWERS } from '../support/answer-samples.ts';
import { EVERYTHING } from '../support/capabilities.ts';
import { MESSAGES } from '../support/channel-message-samples.ts';
import { HOMES } from '../support/home-samples.ts';
import { openSqliteStore } from '../support/open-sqlite-store.ts';
import { DIALOGS } from '../support/our-dialogs.ts';
import { sourceFiles } from '../support/source-files.ts';

const ids: readonly ActionId[] = Object.values(ACTIONS);
const commands = { meet: '/meet', recordings: '/recordings' };
const rendered = JSON.stringify([
  ...Object.values(MESSAGES)
    .flatMap((states) => Object.values<ChannelMessage>(states))
    .map((message) => renderMessage(message, 'en')),
  ...Object.values(ANSWERS)
    .flatMap((states) => Object.values<Answer>(states))
    .map((answer) => renderAnswer(answer, { locale: 'en', commands })),
  ...Object.values(DIALOGS).map((draw) => draw('en')),
  ...Object.values(HOMES).map((home) => renderHome(home, { locale: 'en', commands })),
]);
const shown = new Set([...rendered.matchAll(/"action_id":"([^"]+)"/g)].map(([, id]) => id));
shown.delete(INPUT);

describe('what our dialogs and shortcuts are called', () => {
  test('each name: a listener takes it, and no other', () => {
    expect(Object.keys(SUBMISSIONS).toSorted()).toEqual(Object.values(VIEWS).toSorted());
    expect(Object.keys(SHORTCUT_KINDS).toSorted()).toEqual(Object.values(SHORTCUTS).toSorted());
  });

  test('each once among them all', () => {
    const all = [...Object.values(VIEWS), ...Object.values(SHORTCUTS), ...ids];

    expect(new Set(all).size).toBe(all.length);
  });
});

describe('what our buttons are called', () => {
  test('each name: a listener takes it and a message or dialog carries it, and no other', () => {
    expect(Object.keys(CLICKS).toSorted()).toEqual(ids.toSorted());
    expect([...shown].toSorted()).toEqual(ids.toSorted());
  });

  test('noun.verb, each once, written down in one file', () => {
    expect(ids.filter((id) => !/^[a-z]+\.[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    const spelled = sourceFiles('src/slack/**').filter(({ text }) =>
      ids.some((id) => text.includes(`'${id}'`)),
    );
    expect(spelled.map(({ path }) => path)).toEqual(['src/slack/ids.ts']);
  });
});

describe.each(['room.explode', 'toString', ''])('something called %j', (id) => {
  const deps = async () => {
    const { storage, now } = await openSqliteStore();
    const dialogs = slackDialogs({ client: () => new WebClient() }, createLog('error'));
    const made = { provider: 'vonage-meetings', can: EVERYTHING, maxRoomsPerTeam: 1 };
    return { storage, clock: { now }, ...made, commands, dialogs };
  };
  const acks: string[] = [];
  const ack = async () => void acks.push(id);

  test('a button: is not ignored in silence', async () => {
    const press = blockAction(await deps());
    const action = { type: 'button', action_id: id } as unknown as Parameters<typeof press>[0]['action'];
    const body = {} as Parameters<typeof press>[0]['body'];

    await expect(press({ action, body, ack })).rejects.toThrow(`No listener for the action ${id}`);
    expect(acks).toEqual([]);
  });

  test('a dialog: is not ignored in silence', async () => {
    const submit = viewSubmission(await deps());
    const args = { view: { callback_id: id }, body: {}, ack } as unknown as Parameters<typeof submit>[0];

    await expect(submit(args)).rejects.toThrow(`No listener for the dialog ${id}`);
    expect(acks).toEqual([]);
  });

  test('a shortcut: is not ignored in silence', async () => {
    const use = shortcut(await deps());
    const args = { shortcut: { callback_id: id }, ack } as unknown as Parameters<typeof use>[0];

    await expect(use(args)).rejects.toThrow(`No listener for the shortcut ${id}`);
    expect(acks).toEqual([]);
  });
});
