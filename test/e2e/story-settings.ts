import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { message, type } from './gallery-stage.ts';
import type { StoryStage } from './story-stage.ts';

const IN_A_THREAD = 'Started and ended as replies under the card; ready as a message';
const QUIET = 'Only when a recording is ready';

/** Ben chooses what #design hears: in a thread and in German, then only of what is ready. */
export async function membersChoose({ open, makeRoom, meetings }: StoryStage): Promise<void> {
  const slack = await open('ben', 'C0DESIGN');
  await settings(slack, async (dialog) => {
    await dialog.getByLabel(IN_A_THREAD).check();
    await dialog.getByLabel('Language of the messages').selectOption('Deutsch');
    expect(await dialog.getByLabel('Who may delete recordings').count()).toBe(0);
  });

  await makeRoom('ada', 'design', 'Sprint planning');
  await meetings.record('Sprint planning', 1);
  await message(slack, 'Sprint planning: ein Videoraum von @Ada').waitFor();
  const log = slack.getByRole('log', { name: 'Messages in #design' });
  const ready = log.getByRole('article').filter({ hasText: 'Aufzeichnung bereit: Sprint planning' });
  await ready.waitFor();
  const replies = log
    .getByRole('region', { name: /^Thread from/ })
    .getByRole('article')
    .filter({ hasText: 'Aufzeichnung in Sprint planning' });
  await expect.poll(() => replies.count()).toBe(2);
  expect(await log.getByText(/^Aufzeichnung in Sprint planning/).count()).toBe(2);

  await settings(slack, (dialog) => dialog.getByLabel(QUIET).check());
  await meetings.record('Sprint planning', 0);
  await expect.poll(() => ready.count()).toBe(2);
  expect(await log.getByText(/^Aufzeichnung in Sprint planning/).count()).toBe(2);
}

/** Ada lets members delete, but not in #design. Ben deletes what Ada recorded in #general, and is refused in #design. */
export async function adminsDecide({ open, makeRoom, meetings }: StoryStage): Promise<void> {
  const record = async (channel: string, title: string) => {
    await makeRoom('ada', channel, title);
    await meetings.record(title, 1);
  };
  await Promise.all([record('general', 'Offsite'), record('design', 'Mock-ups')]);
  const admin = await open('ada', 'C0DESIGN');
  const mayDelete = (dialog: Locator) => dialog.getByLabel('Who may delete recordings');
  await settings(admin, async (dialog) => {
    await mayDelete(dialog).first().selectOption('The host, admins and members of the channel');
  });
  await message(admin, /^.*Ada hat geändert, .*im ganzen Workspace: Host, Admins und Mitglieder/s).waitFor();
  await settings(admin, async (dialog) => {
    await mayDelete(dialog).last().selectOption('The host and admins');
  });
  await message(admin, 'in diesem Channel: Host und Admins.').waitFor();

  const slack = await open('ben', 'C0DESIGN');
  await confirm(
    slack,
    message(slack, 'Aufzeichnung bereit: Mock-ups').getByRole('button', { name: /^Löschen/ }),
  );
  await message(slack, 'Nothing was deleted; only @Ada, who made the room').waitFor();
  const general = await open('ben', 'C0GENERAL');
  await confirm(
    general,
    message(general, 'Recording ready: Offsite').getByRole('button', { name: /^Delete/ }),
  );
  await message(general, /Recording of Offsite, .*: deleted by @Ben/).waitFor();
}

/** Somebody opens the dialog, fills something in and saves it. */
async function settings(slack: Page, fillIn: (dialog: Locator) => Promise<unknown>): Promise<void> {
  await type(slack, '/meet settings');
  const dialog = slack.getByRole('dialog', { name: 'Settings' });
  await dialog.waitFor();
  await fillIn(dialog);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Somebody presses a button, and in the question that follows the one that does it. */
async function confirm(slack: Page, button: Locator): Promise<void> {
  await button.click();
  await slack.getByRole('dialog').getByRole('button').last().click();
}
