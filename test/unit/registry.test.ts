import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { ChannelMessage } from '../../src/domain/channel-message.ts';
import { ACTIONS, type ActionId } from '../../src/slack/ids.ts';
import { blockAction } from '../../src/slack/listeners/block-action.ts';
import { CLICKS } from '../../src/slack/listeners/clicks.ts';
import { renderAnswer } from '../../src/slack/views/answer.ts';
import { renderMessage } from '../../src/slack/views/channel-message.ts';
import { ANSWERS } from '../support/answer-samples.ts';
import { MESSAGES } from '../support/channel-message-samples.ts';
import { openSqliteStore } from '../support/open-sqlite-store.ts';
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
]);
const shown = new Set([...rendered.matchAll(/"action_id":"([^"]+)"/g)].map(([, id]) => id));

describe('what our buttons are called', () => {
  test('each name: a listener takes it and a message carries it, and no other', () => {
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

test.each(['room.explode', 'toString', ''])(
  'a button called %j: is not ignored in silence',
  async (action_id) => {
    const { storage, now } = await openSqliteStore();
    const press = blockAction({
      storage,
      clock: { now },
      provider: 'vonage-meetings',
      maxRoomsPerTeam: 1,
      commands,
    });
    const acks: string[] = [];
    const action = { type: 'button', action_id } as unknown as Parameters<typeof press>[0]['action'];
    const body = {} as Parameters<typeof press>[0]['body'];

    const pressed = press({ action, body, ack: async () => void acks.push(action_id) });

    await expect(pressed).rejects.toThrow(`No listener for the action ${action_id}`);
    expect(acks).toEqual([]);
  },
);
