import { describe, expect, test } from 'vitest';
import { slackWorld } from '../support/slack-world.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const line = { type: 'divider', block_id: 'b' };
const section = (text: unknown) => ({ type: 'section', text });
const fields = (count: number, text: string) => ({
  type: 'section',
  fields: many(count, () => mrkdwn(text)),
});
const header = (text: object) => ({ type: 'header', text });
const context = (count: number) => ({ type: 'context', elements: many(count, () => mrkdwn('x')) });
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const confirm = (more: object = {}) => ({
  title: plain('Delete?'),
  text: plain('For everyone.'),
  confirm: plain('Delete'),
  deny: plain('Keep it'),
  ...more,
});
const many = (count: number, make: () => object) => Array.from({ length: count }, () => make());
const x = (length: number) => 'x'.repeat(length);

async function post(blocks: unknown) {
  const world = await slackWorld();
  return world.client.apiCall('chat.postMessage', { channel: 'C0GENERAL', text: 'x', blocks });
}

describe('blocks at Slack’s limits are accepted', () => {
  test.each<[string, object[]]>([
    ['50 blocks', many(50, () => ({ type: 'divider' }))],
    ['a section of 3,000 characters', [section(mrkdwn(x(3000)))]],
    ['ten fields of 2,000 characters', [fields(10, x(2000))]],
    ['a header of 150 characters', [header(plain(x(150)))]],
    ['ten context elements', [context(10)]],
    ['25 buttons', [actions(...many(25, button))]],
    [
      'a button with everything as long as it may be',
      [
        actions(
          button({
            text: plain(x(75)),
            action_id: x(255),
            value: x(2000),
            url: `https://${x(2992)}`,
            style: 'danger',
            accessibility_label: x(75),
            confirm: confirm({
              title: plain(x(100)),
              text: plain(x(300)),
              confirm: plain(x(30)),
              deny: plain(x(30)),
              style: 'danger',
            }),
          }),
        ),
      ],
    ],
    ['an image', [{ type: 'image', image_url: 'http://localhost/a.png', alt_text: 'A', title: plain('A') }]],
    [
      'one action id in two blocks',
      [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))],
    ],
  ])('%s', async (_what, blocks) => {
    expect(await post(blocks)).toMatchObject({ ok: true });
  });
});

describe('blocks beyond them are refused, with the reason and the place', () => {
  const inButton = (more: object) => [actions(button(more))];
  const inConfirm = (more: object) => inButton({ confirm: confirm(more) });
  const onButton = '/blocks/0/elements/0';

  test.each<[string, object[], string, string]>([
    ['51 blocks', many(51, () => ({ type: 'divider' })), 'no more than 50 items allowed', '/blocks'],
    ['an unknown block', [{ type: 'marquee' }], 'unsupported type: marquee', '/blocks/0/type'],
    ['no type', [{}], 'missing required field: type', '/blocks/0'],
    ['a block id twice', many(2, () => line), '`block_id` "b" already exists', '/blocks/1/block_id'],
    ['a strange member', [{ ...line, hue: 1 }], 'invalid additional property: hue', '/blocks/0'],
    ['an empty section', [section(mrkdwn(''))], 'must be more than 0 characters', '/blocks/0/text/text'],
    ['bare text', [section('Hi')], 'must provide an object', '/blocks/0/text'],
    ['eleven fields', [fields(11, 'x')], 'no more than 10 items allowed', '/blocks/0/fields'],
    ['a header in mrkdwn', [header(mrkdwn('x'))], 'must be a valid enum value', '/blocks/0/text/type'],
    ['11 context elements', [context(11)], 'no more than 10 items allowed', '/blocks/0/elements'],
    ['no buttons', [actions()], 'no fewer than 1 items allowed', '/blocks/0/elements'],
    ['26 buttons', [actions(...many(26, button))], 'no more than 25 items allowed', '/blocks/0/elements'],
    ['an unknown element', [actions({ type: 'lever' })], 'unsupported type: lever', `${onButton}/type`],
    ['a silent button', [actions({ type: 'button' })], 'missing required field: text', onButton],
    [
      'a mrkdwn button',
      inButton({ text: mrkdwn('x') }),
      'must be a valid enum value',
      `${onButton}/text/type`,
    ],
    ['a style of our own', inButton({ style: 'huge' }), 'must be a valid enum value', `${onButton}/style`],
    ['a dumb image', [{ type: 'image', image_url: 'x' }], 'missing required field: alt_text', '/blocks/0'],
    ['a mute section', [{ type: 'section' }], 'must define either `text` or `fields`', '/blocks/0/type'],
    [
      'an action id twice in a block',
      [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
      '`action_id` "a" already exists',
      '/blocks/0/elements/1/action_id',
    ],
    [
      'a confirm text in mrkdwn',
      inConfirm({ text: mrkdwn('x') }),
      'must be a valid enum value',
      `${onButton}/confirm/text/type`,
    ],
  ])('%s: %s', async (_what, blocks, wording, pointer) => {
    await expectRefusal(blocks, `${wording} [json-pointer:${pointer}]`);
  });

  test.each<[string, object[], number, string]>([
    ['block id', [{ ...line, block_id: x(256) }], 256, '/blocks/0/block_id'],
    ['section', [section(mrkdwn(x(3001)))], 3001, '/blocks/0/text/text'],
    ['field', [fields(1, x(2001))], 2001, '/blocks/0/fields/0/text'],
    ['header', [header(plain(x(151)))], 151, '/blocks/0/text/text'],
    ['button', inButton({ text: plain(x(76)) }), 76, `${onButton}/text/text`],
    ['value', inButton({ value: x(2001) }), 2001, `${onButton}/value`],
    ['url', inButton({ url: x(3001) }), 3001, `${onButton}/url`],
    ['action id', inButton({ action_id: x(256) }), 256, `${onButton}/action_id`],
    ['label', inButton({ accessibility_label: x(76) }), 76, `${onButton}/accessibility_label`],
    ['confirm title', inConfirm({ title: plain(x(101)) }), 101, `${onButton}/confirm/title/text`],
    ['confirm text', inConfirm({ text: plain(x(301)) }), 301, `${onButton}/confirm/text/text`],
    ['confirm button', inConfirm({ confirm: plain(x(31)) }), 31, `${onButton}/confirm/confirm/text`],
    ['deny button', inConfirm({ deny: plain(x(31)) }), 31, `${onButton}/confirm/deny/text`],
  ])('a %s one character too long', async (_what, blocks, length, pointer) => {
    await expectRefusal(blocks, `must be less than ${length} characters [json-pointer:${pointer}]`);
  });

  async function expectRefusal(blocks: object[], reason: string) {
    await expect(post(blocks)).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        errors: [reason],
        response_metadata: { messages: [`[ERROR] ${reason}`] },
      },
    });
  }
});
