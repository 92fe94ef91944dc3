import { describe, expect, test } from 'vitest';
import { fullManifest, input, option, plain, roomDialog } from '../support/dialog-samples.ts';
import { fieldsOf, slackWorld } from '../support/slack-world.ts';

async function withTrigger() {
  const world = await slackWorld({ manifest: fullManifest });
  await world.workspace.command({ user: 'ada', channel: 'general', text: '' });
  const trigger_id = fieldsOf(world.requests[0])['trigger_id'] ?? '';
  const open = (view: unknown) => world.client.apiCall('views.open', { trigger_id, view });
  return { ...world, open };
}

const field = (element: Record<string, unknown>) => roomDialog({ blocks: [input('b', 'Field', element)] });
const many = (n: number, make: (i: number) => unknown) => Array.from({ length: n }, (_, i) => make(i));
const divider = { type: 'divider' };

describe('what Slack refuses of a view', () => {
  test.each([
    [
      'a title of 25 characters',
      roomDialog({ title: plain('x'.repeat(25)) }),
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    ['no title', roomDialog({ title: undefined }), 'missing required field: title [json-pointer:/view]'],
    [
      'a submit button of 25 characters',
      roomDialog({ submit: plain('x'.repeat(25)) }),
      'must be less than 25 characters [json-pointer:/view/submit/text]',
    ],
    [
      'a close button of 25 characters',
      roomDialog({ close: plain('x'.repeat(25)) }),
      'must be less than 25 characters [json-pointer:/view/close/text]',
    ],
    [
      'too much metadata',
      roomDialog({ private_metadata: 'x'.repeat(3001) }),
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'a long callback id',
      roomDialog({ callback_id: 'x'.repeat(256) }),
      'must be less than 256 characters [json-pointer:/view/callback_id]',
    ],
    [
      '101 blocks',
      roomDialog({ blocks: many(101, () => divider) }),
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'a field and no submit button',
      roomDialog({ submit: undefined }),
      'must define `submit` to use an `input` block in modals [json-pointer:/view]',
    ],
    [
      'two blocks of one id',
      roomDialog({ blocks: many(2, () => ({ ...divider, block_id: 'a' })) }),
      '`block_id` "a" already exists [json-pointer:/view/blocks/1/block_id]',
    ],
    [
      'a member that is none',
      roomDialog({ colour: 'red' }),
      'invalid additional property: colour [json-pointer:/view]',
    ],
    ['a home view', { type: 'home', blocks: [] }, 'must be of type modal [json-pointer:/view/type]'],
    [
      'an unknown element',
      field({ type: 'slider' }),
      'unsupported type: slider [json-pointer:/view/blocks/0/element/type]',
    ],
    [
      'a menu without options',
      field({ type: 'static_select' }),
      'must define either `options` or `option_groups` [json-pointer:/view/blocks/0/element/type]',
    ],
    [
      '101 options',
      field({ type: 'static_select', options: many(101, (i) => option('x', `${i}`)) }),
      'no more than 100 items allowed [json-pointer:/view/blocks/0/element/options]',
    ],
    [
      '11 radio buttons',
      field({ type: 'radio_buttons', options: many(11, (i) => option('x', `${i}`)) }),
      'no more than 10 items allowed [json-pointer:/view/blocks/0/element/options]',
    ],
    [
      'a long option',
      field({ type: 'static_select', options: [option('x'.repeat(76), 'a')] }),
      'must be less than 76 characters [json-pointer:/view/blocks/0/element/options/0/text/text]',
    ],
    [
      'a first option that is none',
      field({ type: 'static_select', options: [option('A', 'a')], initial_option: option('B', 'b') }),
      'must match one of the options [json-pointer:/view/blocks/0/element/initial_option]',
    ],
    [
      'a date that is none',
      field({ type: 'datepicker', initial_date: '2026-02-30' }),
      'Invalid ISO date [json-pointer:/view/blocks/0/element/initial_date]',
    ],
  ])('%s', async (_what, view, reason) => {
    const { open, workspace } = await withTrigger();

    await expect(open(view)).rejects.toMatchObject({
      data: { error: 'invalid_arguments', errors: [reason] },
    });

    expect(workspace.views('ada')).toEqual([]);
  });

  test('more than 250 kB', async () => {
    const { open } = await withTrigger();
    const blocks = many(90, () => ({ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(2999) } }));

    await expect(open(roomDialog({ blocks }))).rejects.toMatchObject({ data: { error: 'view_too_large' } });
  });
});

describe('fields', () => {
  const options = [option('Apple', 'a'), option('Pear', 'p')];

  test.each([
    [{ type: 'plain_text_input' }, 'Hello', { value: 'Hello' }, { value: null }],
    [{ type: 'plain_text_input', initial_value: 'Old' }, 'New', { value: 'New' }, { value: 'Old' }],
    [{ type: 'number_input', is_decimal_allowed: false }, '7', { value: '7' }, { value: null }],
    [{ type: 'static_select', options }, 'Pear', { selected_option: options[1] }, { selected_option: null }],
    [
      { type: 'radio_buttons', options, initial_option: options[0] },
      'p',
      { selected_option: options[1] },
      { selected_option: options[0] },
    ],
    [{ type: 'checkboxes', options }, ['a', 'Pear'], { selected_options: options }, { selected_options: [] }],
    [
      { type: 'multi_static_select', options },
      ['a'],
      { selected_options: [options[0]] },
      { selected_options: [] },
    ],
    [{ type: 'datepicker' }, '2026-12-24', { selected_date: '2026-12-24' }, { selected_date: null }],
    [
      { type: 'timepicker', initial_time: '09:00' },
      '14:30',
      { selected_time: '14:30' },
      { selected_time: '09:00' },
    ],
    [{ type: 'users_select' }, '@Ben', { selected_user: 'U0BEN' }, { selected_user: null }],
    [
      { type: 'conversations_select' },
      '#design',
      { selected_conversation: 'C0DESIGN' },
      { selected_conversation: null },
    ],
    [
      { type: 'conversations_select', default_to_current_conversation: true },
      'design',
      { selected_conversation: 'C0DESIGN' },
      { selected_conversation: 'C0GENERAL' },
    ],
  ])('%o: filled in and left alone', async (element, entry, filled, left) => {
    const { open, workspace } = await withTrigger();
    await open(field({ ...element, action_id: 'a' }));
    const before = workspace.openDialog('ada');

    await workspace.viewAction({ user: 'ada', view: String(before['id']), action: 'Field', value: entry });

    const { type } = element;
    expect(before).toMatchObject({ state: { values: { b: { a: { type, ...left } } } } });
    expect(workspace.openDialog('ada')).toMatchObject({
      state: { values: { b: { a: { type, ...filled } } } },
    });
  });

  test.each([
    [{ type: 'plain_text_input', min_length: 3 }, 'ab', 'Use at least 3 characters.'],
    [{ type: 'plain_text_input', max_length: 3 }, 'abcd', 'Use at most 3 characters.'],
    [{ type: 'number_input', is_decimal_allowed: false, min_value: '1' }, '0', 'Enter at least 1.'],
    [{ type: 'number_input', is_decimal_allowed: false }, '1.5', 'Enter a number.'],
    [{ type: 'email_text_input' }, 'ada', 'Enter an email address.'],
    [{ type: 'url_text_input' }, 'ada', 'Enter a web address.'],
  ])('%o with "%s": %s', async (element, entry, error) => {
    const { open, workspace } = await withTrigger();
    await open(field(element));

    const result = await workspace.submitView('ada', { Field: entry });

    expect(result).toMatchObject({ ok: false, errors: { b: error } });
  });

  test.each([
    [{ type: 'static_select', options }, 'Plum', /no option "Plum".*"Apple" \(a\), "Pear" \(p\)/],
    [{ type: 'datepicker' }, 'tomorrow', '"tomorrow" cannot be entered there'],
    [{ type: 'users_select' }, 'zoe', 'nobody here is called "zoe"'],
  ])('%o cannot take "%s"', async (element, entry, error) => {
    const { open, workspace } = await withTrigger();
    await open(field(element));

    await expect(workspace.submitView('ada', { Field: entry })).rejects.toThrow(error);
  });
});
