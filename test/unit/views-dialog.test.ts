import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { ACTIONS, INPUT, VIEWS } from '../../src/slack/ids.ts';
import { blockAccessProblems } from '../support/accessibility.ts';
import { DIALOGS } from '../support/our-dialogs.ts';
import { dialogProblems } from '../support/slack-limits.ts';
import { inputsOf } from '../support/view-state.ts';

describe.each(['en-US', 'de-DE'])('dialogs in %s', (locale) => {
  test.each(Object.entries(DIALOGS))('%s: looks as agreed and Slack takes it', (_, draw) => {
    const view = draw(locale);

    expect(dialogProblems(view)).toEqual([]);
    expect(blockAccessProblems(view.blocks as readonly KnownBlock[])).toEqual([]);
    expect(view).toMatchSnapshot();
  });
});

test('each dialog is drawn in some state', () => {
  const drawn = new Set(Object.values(DIALOGS).map((draw) => draw('en').callback_id));

  expect([...drawn].toSorted()).toEqual(Object.values(VIEWS).toSorted());
});

test('of a field Slack tells at once only where a listener is', () => {
  const told = Object.values(DIALOGS).flatMap((draw) =>
    inputsOf(draw('en')).map(({ element, dispatch_action: dispatch }) => [
      (element as { action_id?: string }).action_id,
      dispatch ?? false,
    ]),
  );

  expect(new Set(told.filter(([, dispatch]) => dispatch).map(([id]) => id))).toEqual(
    new Set([ACTIONS.roomKind]),
  );
  expect(new Set(told.filter(([, dispatch]) => !dispatch).map(([id]) => id))).toEqual(new Set([INPUT]));
});
