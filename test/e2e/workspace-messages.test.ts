import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { WorkspaceView } from '../../src/sandbox/protocol.ts';
import { hasChromium } from './chromium.ts';
import { isFocused, log, message, type PageWorld, startPageWorld } from './workspace-page-world.ts';

let world: PageWorld;
beforeAll(async () => {
  if (hasChromium) world = await startPageWorld();
});
beforeEach(({ skip }) => skip(!hasChromium, 'Chromium is not installed'));
afterEach(async () => {
  expect((await world?.reset()) ?? []).toEqual([]);
});
afterAll(() => world?.close());

function button(label: string, more: object = {}): object {
  return { type: 'button', text: { type: 'plain_text', text: label }, action_id: label, ...more };
}

async function postButtons(words: string, elements: readonly object[]): Promise<string> {
  const { ts } = await world.workspace.call('chat.postMessage', {
    channel: 'C0DESIGN',
    text: words,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: words } },
      { type: 'actions', elements },
    ],
  });
  return ts;
}

describe('buttons', () => {
  const confirm = {
    title: { type: 'plain_text', text: 'Delete this recording?' },
    text: { type: 'plain_text', text: 'It can’t be undone.' },
    confirm: { type: 'plain_text', text: 'Delete recording' },
    deny: { type: 'plain_text', text: 'Keep it' },
    style: 'danger',
  };

  test('a button with a confirm dialog: Escape gives the focus back and tells nobody, confirming tells the app', async () => {
    const page = await world.open();
    await postButtons('Sure about one?', [
      button('Delete', { value: 'recording-1', style: 'danger', confirm }),
    ]);
    const deleteButton = message(page, 'Sure about one?').getByRole('button', { name: 'Delete' });

    await deleteButton.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Delete this recording?' });
    await dialog.getByText('It can’t be undone.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => isFocused(deleteButton)).toBe(true);

    await deleteButton.press('Enter');
    await dialog.getByRole('button', { name: 'Delete recording' }).click();
    const click = { actionId: 'Delete', value: 'recording-1' };
    await expect.poll(() => world.workspace.clicks).toContainEqual(click);
    expect(world.workspace.clicks.filter(({ value }) => value === click.value)).toEqual([click]);
  });

  test('an update takes the focused button away: the focus stays in the message, marked as edited', async () => {
    const page = await world.open();
    const ts = await postButtons('About to go', [button('Go')]);
    await message(page, 'About to go').getByRole('button', { name: 'Go' }).focus();

    await world.workspace.call('chat.update', { channel: 'C0DESIGN', ts, text: 'Gone now', blocks: [] });

    await message(page, 'Gone now').getByText('(edited)').waitFor();
    await expect.poll(() => isFocused(message(page, 'Gone now'))).toBe(true);
  });

  test('a link button: opens a new tab and tells the app, under its accessibility label', async () => {
    const page = await world.open();
    await postButtons('Come in', [
      button('Join', {
        url: `${world.workspace.url}/clip.mp4?room=1`,
        value: 'r1',
        accessibility_label: 'Join Design review',
      }),
    ]);

    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name: 'Join Design review' }).click(),
    ]);

    await tab.waitForURL(`${world.workspace.url}/clip.mp4?room=1`);
    await expect.poll(() => world.workspace.clicks).toContainEqual({ actionId: 'Join', value: 'r1' });
  });

  test('a link to a recording: Watch here plays it in a dialog', async () => {
    const page = await world.open();
    await postButtons('Your link', [
      button('Download video (MP4)', { url: `${world.workspace.url}/clip.mp4?sig=1` }),
    ]);

    await message(page, 'Your link').getByRole('button', { name: 'Watch here' }).click();
    const video = page.getByRole('dialog', { name: 'Recording' }).getByLabel('Recording', { exact: true });
    await expect
      .poll(() => video.evaluate((it: { readyState: number }) => it.readyState))
      .toBeGreaterThanOrEqual(2);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('a link to a message of this workspace: shows that message here', async () => {
    const page = await world.open();
    const { ts } = await world.workspace.call('chat.postMessage', {
      channel: 'C0DESIGN',
      text: 'The very message',
    });
    const link = `${world.workspace.url}/archives/C0DESIGN/p${ts.replace('.', '')}`;
    await world.workspace.call('chat.postMessage', {
      channel: 'C0DESIGN',
      text: `It is <${link}|over there>`,
    });

    await log(page).getByRole('link', { name: 'over there' }).click();

    await expect.poll(() => isFocused(message(page, 'The very message'))).toBe(true);
    expect(page.context().pages()).toHaveLength(1);
  });
});

describe('messages', () => {
  /** Shows the page these messages, whatever Slack says. */
  async function openWith(messages: readonly object[]): Promise<Page> {
    const context = await world.browser.newContext();
    const page = await context.newPage();
    const response = await fetch(`${world.workspace.url}/_sandbox/view.json?as=U0ADA`);
    const view = (await response.json()) as WorkspaceView;
    const shown = messages.map((each) => ({ ...MESSAGE, ...each }));
    const event = `data: ${JSON.stringify({ ...view, messages: shown })}\n\n`;
    await page.route('**/_sandbox/view?*', (route) =>
      route.fulfill({ contentType: 'text/event-stream', body: event }),
    );
    await page.goto(`${world.workspace.url}/#channel=C0DESIGN&as=U0ADA`);
    return page;
  }

  const MESSAGE = {
    ts: '1795417254.000100',
    channelId: 'C0DESIGN',
    userId: 'U0ROOMTONE',
    text: '',
    blocks: [],
    edited: false,
    ephemeral: false,
  };

  test('elements to choose from: the chosen option is sent with the action', async () => {
    const option = (label: string): object => ({ text: { type: 'plain_text', text: label }, value: label });
    const options = [option('Open'), option('Archive')];
    const page = await openWith([
      {
        blocks: [
          {
            type: 'actions',
            elements: [
              { type: 'overflow', action_id: 'more', options },
              {
                type: 'static_select',
                action_id: 'pick',
                placeholder: { type: 'plain_text', text: 'Pick one' },
                options,
              },
            ],
          },
        ],
      },
    ]);
    const action = (): Promise<unknown> =>
      page.waitForRequest('**/_sandbox/action').then((request) => request.postDataJSON());
    const place = { user: 'U0ADA', channel: 'C0DESIGN', message_ts: MESSAGE.ts };

    const more = action();
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('button', { name: 'Archive' }).click();
    expect(await more).toEqual({ ...place, action: 'more', value: 'Archive' });

    const pick = action();
    await page.getByRole('combobox', { name: 'Pick one' }).selectOption('Open');
    expect(await pick).toEqual({ ...place, action: 'pick', value: 'Open' });
  });

  test('a block or element the page cannot draw: named, with the rest of the message', async () => {
    const page = await openWith([
      {
        blocks: [
          { type: 'header', text: { type: 'plain_text', text: 'Hello :wave:' } },
          { type: 'plan', title: 'Plan' },
          { type: 'actions', elements: [{ type: 'workflow_button', action_id: 'go' }] },
        ],
      },
    ]);

    await page.getByRole('heading', { name: 'Hello 👋' }).waitFor();
    expect(await page.getByText('unknown block: plan').isVisible()).toBe(true);
    expect(await page.getByText('unknown element: workflow_button').isVisible()).toBe(true);
  });

  test('replies: shown as a thread under the message they belong to', async () => {
    const page = await openWith([
      { text: 'The card' },
      { ts: '1795417255.000100', text: 'Another topic' },
      { ts: '1795417256.000100', text: 'Recording started', threadTs: MESSAGE.ts },
    ]);

    await page.getByRole('region', { name: 'Thread' }).getByText('Recording started').waitFor();
    const texts = await page.getByRole('article').allTextContents();
    expect(texts.map((each) => /The card|Another topic|Recording started/.exec(each)?.[0])).toEqual([
      'The card',
      'Recording started',
      'Another topic',
    ]);
  });

  test('an address with a message: that message is shown', async () => {
    const { ts } = await world.workspace.call('chat.postMessage', {
      channel: 'C0DESIGN',
      text: 'Linked from elsewhere',
    });

    const page = await world.open(`channel=C0DESIGN&as=U0ADA&message=${ts}`);

    await expect.poll(() => isFocused(message(page, 'Linked from elsewhere'))).toBe(true);
  });
});
