import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { homeView } from '../support/dialog-samples.ts';
import { violations } from './axe.ts';
import { hasChromium } from './chromium.ts';
import { isFocused, message, type PageWorld, startPageWorld } from './workspace-page-world.ts';

let world: PageWorld;
beforeAll(async () => {
  if (hasChromium) world = await startPageWorld();
});
beforeEach(({ skip }) => skip(!hasChromium, 'Chromium is not installed'));
afterEach(async () => {
  expect((await world?.reset()) ?? []).toEqual([]);
});
afterAll(() => world?.close());

const HOME = 'channel=D0ADAAPP&as=U0ADA';

async function chooseShortcut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Shortcuts' }).click();
  await page.getByRole('button', { name: 'New meeting room' }).click();
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'New room' });

describe('dialogs', () => {
  test('a global shortcut opens one: filled in by its labels, submitted with Enter', async () => {
    const page = await world.open();
    await chooseShortcut(page);
    const dialog = dialogOf(page);

    await dialog.getByLabel('Title').fill('Design review');
    await dialog.getByLabel('Until a date').check();
    await dialog.getByLabel('Until (optional)').fill('2026-12-24');
    await dialog.getByLabel('Channel').selectOption('#design');
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel('Title').press('Enter');

    await dialog.waitFor({ state: 'detached' });
    expect(world.workspace.told.at(-1)).toMatchObject({
      type: 'view_submission',
      view: {
        state: {
          values: {
            title: { text: { value: 'Design review' } },
            kind: { choice: { selected_option: { value: 'long_term' } } },
            until: { date: { selected_date: '2026-12-24' } },
            channel: { where: { selected_conversation: 'C0DESIGN' } },
          },
        },
      },
    });
    await expect.poll(() => world.workspace.clicks.at(-1)).toEqual({ actionId: 'choice', value: undefined });
  });

  test('what is wrong stands at its field, which gets the focus; what was typed stays', async () => {
    const page = await world.open();
    await chooseShortcut(page);
    const dialog = dialogOf(page);
    const title = dialog.getByLabel('Title');
    await dialog.getByLabel('Channel').selectOption('#design');

    await dialog.getByRole('button', { name: 'Make room' }).click();
    await dialog.getByText('Please complete this required field.').waitFor();
    await expect.poll(() => isFocused(title)).toBe(true);

    world.workspace.answer = { response_action: 'errors', errors: { title: 'Use another title.' } };
    await title.fill('Standup');
    await dialog.getByRole('button', { name: 'Make room' }).click();
    await dialog.getByText('Use another title.').waitFor();
    const described = await title.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).textContent()).toBe('Use another title.');
    expect(await title.inputValue()).toBe('Standup');
    expect(await violations(page)).toEqual([]);
  });

  test('Escape closes it, tells the app, and gives the focus back', async () => {
    const page = await world.open();
    const plus = page.getByRole('button', { name: 'Shortcuts' });
    await chooseShortcut(page);
    await dialogOf(page).waitFor();

    await page.keyboard.press('Escape');

    await dialogOf(page).waitFor({ state: 'detached' });
    await expect.poll(() => world.workspace.told.at(-1)).toMatchObject({ type: 'view_closed' });
    await expect.poll(() => isFocused(plus)).toBe(true);
  });

  test('on a phone, in the dark: everything fits, nothing is hard to use', async () => {
    const page = await world.open(undefined, {
      viewport: { width: 360, height: 640 },
      colorScheme: 'dark',
    });
    await chooseShortcut(page);

    const box = await dialogOf(page).boundingBox();

    expect(box && box.x >= 0 && box.x + box.width <= 360 && box.y + box.height <= 640).toBe(true);
    expect(await violations(page)).toEqual([]);
  });
});

describe('the app’s page', () => {
  test('Home: the app hears that it is opened, and its buttons work', async () => {
    const page = await world.open(HOME);
    await page.getByText('Roomtone has not put anything here yet.').waitFor();
    await expect.poll(() => world.workspace.told.at(-1)).toMatchObject({ type: 'app_home_opened' });

    await world.workspace.call('views.publish', { user_id: 'U0ADA', view: homeView('Your *rooms*') });
    await page.getByRole('tabpanel', { name: 'Home' }).getByText('Your rooms').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'New room' }).click();

    await expect.poll(() => world.workspace.clicks.at(-1)).toEqual({ actionId: 'room.new', value: '1' });
  });

  test('Messages: what the app writes to a person, reached with the arrow keys', async () => {
    const page = await world.open(HOME);
    await world.workspace.call('chat.postMessage', { channel: 'U0ADA', text: 'It expires tomorrow.' });

    await page.getByRole('tab', { name: 'Home' }).press('ArrowRight');

    await page.getByRole('log').getByText('It expires tomorrow.').waitFor();
    expect(await page.getByRole('tab', { name: 'Messages' }).getAttribute('aria-selected')).toBe('true');
  });
});

describe('messages', () => {
  test('Reply in thread: opens beside the channel, takes replies, and no commands', async () => {
    const page = await world.open();
    await world.workspace.call('chat.postMessage', { channel: 'C0DESIGN', text: 'Shall we talk?' });

    await message(page, 'Shall we talk?').getByRole('button', { name: 'Reply in thread' }).click();
    const thread = page.getByRole('region', { name: 'Thread in #design' });
    const reply = thread.getByRole('textbox', { name: 'Reply in thread' });
    await reply.fill('Gladly.');
    await reply.press('Enter');
    await thread.getByRole('log').getByText('Gladly.').waitFor();
    await reply.fill('/meet now');
    await reply.press('Enter');

    await thread.getByText('/meet is not supported in threads. Sorry!').waitFor();
    await page.getByRole('region', { name: '#design', exact: true }).getByText('Gladly.').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('a shortcut on a message: the app gets the message and opens its dialog', async () => {
    const page = await world.open();
    await world.workspace.call('chat.postMessage', { channel: 'C0DESIGN', text: 'About the logo' });

    await message(page, 'About the logo').getByRole('button', { name: 'More message actions' }).click();
    await page.getByRole('button', { name: 'Start a room here' }).click();

    await dialogOf(page).waitFor();
    await expect
      .poll(() => world.workspace.told.at(-1))
      .toMatchObject({
        type: 'message_action',
        callback_id: 'room.here',
        message: { text: 'About the logo' },
      });
  });
});

test('Language: changes what the person has set in Slack', async () => {
  const page = await world.open('channel=C0DESIGN&as=U0BEN');

  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('button', { name: 'Deutsch' }).click();

  await expect
    .poll(() => world.workspace.call('users.info', { user: 'U0BEN', include_locale: true }))
    .toMatchObject({ user: { locale: 'de-DE' } });
});

test('people one can be: nobody whose account is off, and where the others come from', async () => {
  const page = await world.open();

  const names = await page.getByLabel('You are').getByRole('option').allTextContents();

  expect(names).toEqual(['Ada (admin)', 'Ben', 'Carla', 'Dana (guest)', 'Frida (Partner)']);
});
