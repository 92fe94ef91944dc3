import type { Show } from './gallery-stage.ts';
import { goTo, message, type } from './gallery-stage.ts';

const QUARTER_OF_AN_HOUR_MS = 15 * 60_000;

/** After the story of one room: what a channel, and somebody who has been here for a while, has of them. */
export const LATER_VIEWS = {
  async rooms({ ada, meetings }) {
    await type(ada, '/meet Weekly sync --for 30d');
    await message(ada, 'Weekly sync is ready').waitFor();
    await meetings.start('Weekly sync', ['Ada', 'Ben']);
    await type(ada, '/meet rooms');
    const list = message(ada, 'Here are the rooms of this channel');
    await list.waitFor();
    return { page: ada, parts: [list] };
  },

  async settings({ carla }) {
    await type(carla, '/meet settings');
    return { page: carla, parts: [carla.getByRole('dialog', { name: 'Einstellungen' })] };
  },

  async 'settings-admin'({ ada }) {
    await type(ada, '/meet settings');
    const dialog = ada.getByRole('dialog', { name: 'Settings' });
    await dialog.getByLabel('Who may delete recordings').last().selectOption('Nobody');
    // What is above it, members see as well.
    const decided = dialog.getByText('The whole workspace', { exact: true });
    return { page: ada, parts: [decided, dialog.getByRole('button', { name: 'Save' })], margin: 14 };
  },

  async 'policy-changed'({ ada }) {
    await ada.getByRole('dialog', { name: 'Settings' }).getByRole('button', { name: 'Save' }).click();
    const post = message(ada, 'has changed what people may do');
    await post.waitFor();
    return { page: ada, parts: [post] };
  },

  async 'long-term-room'({ ada }) {
    const card = message(ada, 'Weekly sync: a video room').filter({ hasText: 'In session' });
    await card.waitFor();
    return { page: ada, parts: [card] };
  },

  async 'closed-room'({ ada }) {
    const card = message(ada, 'Kick-off: a video room');
    await card.getByRole('button', { name: 'Open again: Kick-off' }).scrollIntoViewIfNeeded();
    return { page: ada, parts: [card] };
  },

  async reminder({ ada, passTime }) {
    await passTime(QUARTER_OF_AN_HOUR_MS);
    await goTo(ada, 'Roomtone');
    await ada.getByRole('tab', { name: 'Messages' }).click();
    const reminder = message(ada, 'expires soon');
    await reminder.waitFor();
    return { page: ada, parts: [reminder] };
  },

  async home({ ada }) {
    await ada.getByRole('tab', { name: 'Home' }).click();
    const home = ada.getByRole('tabpanel', { name: 'Home' });
    await home.getByText('Needs you').waitFor();
    return { page: ada, parts: [home.locator('.blocks')], margin: 12 };
  },

  async 'first-steps'({ carla }) {
    await carla.keyboard.press('Escape');
    await goTo(carla, 'Roomtone');
    const home = carla.getByRole('tabpanel', { name: 'Home' });
    await home.getByText('1. Gib in einem Channel').waitFor();
    return { page: carla, parts: [home.locator('.blocks')], margin: 12 };
  },
} as const satisfies Readonly<Record<string, Show>>;
