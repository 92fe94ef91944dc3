import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.ts';
import { composer, isFocused, log, message, type PageWorld, startPageWorld } from './workspace-page-world.ts';

let world: PageWorld;
beforeAll(async () => {
  if (hasChromium) world = await startPageWorld();
});
beforeEach(({ skip }) => skip(!hasChromium, 'Chromium is not installed'));
afterEach(async () => {
  expect((await world?.reset()) ?? []).toEqual([]);
});
afterAll(() => world?.close());

describe('composer', () => {
  test('a line sent with Enter: it appears in the log without a reload and the composer is empty', async () => {
    const page = await world.open();

    await composer(page).fill('Good *morning*');
    await composer(page).press('Enter');

    await message(page, 'Good morning').waitFor();
    expect(await message(page, 'Good morning').locator('strong').textContent()).toBe('morning');
    expect(await composer(page).inputValue()).toBe('');
  });

  test('Shift+Enter: a new line instead of sending', async () => {
    const page = await world.open();

    await composer(page).fill('one');
    await composer(page).press('Shift+Enter');
    await page.keyboard.type('two');

    expect(await composer(page).inputValue()).toBe('one\ntwo');
  });

  test('a slash typed: arrow keys and Enter choose a command, its usage is shown, the answer is private', async () => {
    const page = await world.open();
    await composer(page).focus();

    await page.keyboard.type('/');
    const commands = page.getByRole('listbox', { name: 'Commands' });
    expect(await commands.getByRole('option').count()).toBe(3);
    await page.keyboard.press('ArrowDown');
    expect(await commands.getByRole('option', { selected: true }).textContent()).toMatch(/^\/recordings /);
    await page.keyboard.press('Enter');
    expect(await composer(page).inputValue()).toBe('/recordings ');
    await page.getByText('/recordings [').waitFor();
    await page.keyboard.type('last week');
    await page.keyboard.press('Enter');

    const answer = message(page, 'Heard /recordings with last week.');
    await answer.getByText('Only visible to you').waitFor();
    await answer.getByRole('button', { name: 'Dismiss' }).press('Enter');
    await answer.waitFor({ state: 'detached' });
    await expect.poll(() => isFocused(log(page))).toBe(true);
  });

  test('arrow up in the empty composer: the lines sent before come back', async () => {
    const page = await world.open();
    for (const line of ['first line', 'second line']) {
      await composer(page).fill(line);
      await page.getByRole('button', { name: 'Send' }).click();
    }

    await composer(page).press('ArrowUp');
    await composer(page).press('ArrowUp');
    expect(await composer(page).inputValue()).toBe('first line');
    await composer(page).press('ArrowDown');
    expect(await composer(page).inputValue()).toBe('second line');
  });

  test('the sandbox is gone: the line comes back with the reason', async () => {
    const page = await world.open();
    await page.route('**/_sandbox/message', (route) => route.abort());

    await composer(page).fill('hello?');
    await composer(page).press('Enter');

    await page.getByText('The sandbox does not answer.').waitFor();
    expect(await composer(page).inputValue()).toBe('hello?');
  });
});

describe('scrolling', () => {
  /** Whether the reader sees it without scrolling. */
  function isInView(item: Locator): Promise<boolean> {
    return item.evaluate((element) => {
      const list = element.closest('[role="log"]')?.getBoundingClientRect();
      const { top, bottom } = element.getBoundingClientRect();
      return list !== undefined && top >= list.top && bottom <= list.bottom;
    });
  }

  async function fillGeneral(): Promise<void> {
    for (let line = 1; line <= 30; line++) {
      await world.workspace.call('chat.postMessage', { channel: 'C0GENERAL', text: `line ${line}.` });
    }
  }

  test('a long channel: its welcome is seen first, once; what comes next keeps to the end after sending', async () => {
    await fillGeneral();
    const page = await world.open('channel=C0GENERAL&as=U0ADA');
    const list = page.getByRole('log');
    await expect.poll(() => isInView(list.getByRole('button', { name: 'Make a room' }))).toBe(true);

    await page.getByRole('textbox').fill('To the end');
    await page.getByRole('textbox').press('Enter');
    await expect.poll(() => isInView(list.getByText('To the end'))).toBe(true);
    await page.getByRole('button', { name: 'Behind the scenes' }).click();
    await world.workspace.call('chat.postMessage', { channel: 'C0GENERAL', text: 'The newest' });
    await expect.poll(() => isInView(list.getByText('The newest'))).toBe(true);

    await page.reload();
    await expect.poll(() => isInView(list.getByText('The newest'))).toBe(true);
  });

  test('the reader is further up: a new message leaves them there and is offered', async () => {
    await fillGeneral();
    const page = await world.open('channel=C0GENERAL&as=U0ADA');
    const list = page.getByRole('log');
    await list.evaluate((element) => {
      element.scrollTo(0, 0);
      // The page hears of it with its next frame.
      return new Promise((resolve) => element.ownerDocument.defaultView.requestAnimationFrame(resolve));
    });

    await world.workspace.call('chat.postMessage', { channel: 'C0GENERAL', text: 'Far below' });

    const offer = page.getByRole('button', { name: 'New messages' });
    await offer.waitFor();
    await expect.poll(() => list.getByText('Far below').count()).toBe(1);
    expect(await isInView(list.getByText('Far below'))).toBe(false);
    await offer.click();
    await expect.poll(() => isInView(list.getByText('Far below'))).toBe(true);
    await offer.waitFor({ state: 'detached' });
  });
});

describe('people and channels', () => {
  test('another person is chosen: their workspace is shown, and again after a reload', async () => {
    const page = await world.open();
    expect(
      await page.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name: 'leads' }).count(),
    ).toBe(1);

    await page.getByRole('combobox', { name: 'You are' }).selectOption('Dana (guest)');
    await page.getByRole('link', { name: 'leads' }).waitFor({ state: 'detached' });
    await page.reload();

    await page.getByRole('log').waitFor();
    const chosen = page.getByRole('combobox', { name: 'You are' }).getByRole('option', { selected: true });
    expect(await chosen.textContent()).toBe('Dana (guest)');
  });

  test('a message elsewhere: counted as unread until the channel is opened', async () => {
    const page = await world.open('channel=C0LEADS&as=U0ADA');
    await world.workspace.slack.workspace.message({ user: 'U0BEN', channel: 'C0DESIGN', text: 'Psst' });

    await page.getByRole('link', { name: /design \d+ unread/ }).click();

    await message(page, 'Psst').waitFor();
    await page.getByRole('link', { name: 'design', exact: true }).waitFor();
  });

  test('phone width: the channels come as a drawer that closes on choosing, and the focus returns', async () => {
    const page = await world.open('channel=C0LEADS&as=U0ADA', { viewport: { width: 390, height: 780 } });
    expect(await page.getByRole('navigation', { name: 'Channels' }).isVisible()).toBe(false);

    await page.getByRole('button', { name: 'Show channels' }).click();
    await page
      .getByRole('dialog', { name: 'Choose a channel' })
      .getByRole('link', { name: 'design' })
      .click();

    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await log(page).waitFor();
    await expect.poll(() => isFocused(page.getByRole('button', { name: 'Show channels' }))).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });

  test('Slack goes away and comes back: a banner says so meanwhile', async () => {
    const page = await world.open();

    await world.workspace.stopSlack();
    await page.getByText('Reconnecting…').waitFor();
    await world.workspace.startSlackAgain();

    await page.getByText('Reconnecting…').waitFor({ state: 'detached' });
  });
});
