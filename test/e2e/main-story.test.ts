import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PROVIDERS } from '../../src/sandbox/room-server.ts';
import { hasChromium } from './chromium.ts';
import { type SandboxWorld, startSandboxWorld } from './sandbox-world.ts';

describe.each(PROVIDERS)('rooms of %s', (provider) => {
  let world: SandboxWorld;
  let context: BrowserContext;

  beforeAll(async () => {
    if (!hasChromium) return;
    world = await startSandboxWorld({ provider, hasPast: true });
    context = await world.person();
  });
  beforeEach(({ skip }) => skip(!hasChromium, 'Chromium is not installed'));
  afterAll(() => world?.close());

  test('the whole story by accessible names: make, host, leave, three messages, link, video, delete', async () => {
    const slack = await world.open(context, 'U0ADA', 'C0GENERAL');
    const log = slack.getByRole('log', { name: 'Messages in #general' });

    // A room is asked for; the answer only Ada sees leads with "Start as host".
    await slack.getByRole('textbox', { name: 'Message #general' }).fill('/meet Design review');
    await slack.getByRole('button', { name: 'Send' }).click();
    const start = log.getByRole('button', { name: 'Start as host: Design review' });
    await start.waitFor();

    // She runs the meeting in a second tab, and leaves.
    const [room] = await Promise.all([context.waitForEvent('page'), start.click()]);
    await room.getByLabel('Your name').fill('Ada');
    await room.getByRole('button', { name: 'Join' }).click();
    await log.getByText('Recording started in Design review').waitFor();
    await filmFor(room, 3);
    await room.getByRole('button', { name: 'Leave' }).click();

    // The channel hears of it.
    await log.getByText('Recording ended in Design review').waitFor();
    const ready = log.getByRole('article').filter({ hasText: 'Recording ready: Design review' });
    await ready.waitFor();
    await slack.bringToFront();

    // A link for Ada alone; the file is a video that plays.
    await ready.getByRole('button', { name: /^Get link/ }).click();
    const link = log.getByRole('button', { name: /^Download video \(MP4\)/ });
    await link.waitFor();
    const [download] = await Promise.all([slack.waitForEvent('download'), link.click()]);
    const file = await download.path();
    expect(readFileSync(file).subarray(4, 8).toString()).toBe('ftyp');
    await log.getByRole('button', { name: /^Watch here/ }).click();
    expect(await playedSeconds(slack)).toBeGreaterThan(1);
    await slack.keyboard.press('Escape');

    // Deleted after the dialog; the message says so and has no buttons left.
    await ready.getByRole('button', { name: /^Delete/ }).click();
    const dialog = slack.getByRole('dialog', { name: 'Delete this recording?' });
    await dialog.getByRole('button', { name: 'Delete recording' }).click();
    const deleted = log
      .getByRole('article')
      .filter({ hasText: /Recording of Design review.*deleted by @?Ada/ });
    await deleted.waitFor();
    expect(await deleted.locator('.blocks').count()).toBe(1);
    expect(await deleted.locator('.blocks').getByRole('button').count()).toBe(0);
  });
});

/** Lets the room's page record for that many of its chunks, a second each. */
async function filmFor(room: Page, chunks: number): Promise<void> {
  for (let sent = 0; sent < chunks; sent++) {
    await room.waitForResponse((response) => response.url().includes('/parts/') && response.ok());
  }
}

/** Length of the video in the open dialog, once it can play. */
function playedSeconds(page: Page): Promise<number> {
  return page
    .getByRole('dialog')
    .locator('video')
    .evaluate(
      (video: {
        duration: number;
        readyState: number;
        addEventListener(name: string, then: () => void): void;
      }) =>
        new Promise<number>((resolve) => {
          if (video.readyState >= 3) resolve(video.duration);
          else video.addEventListener('canplay', () => resolve(video.duration));
        }),
    );
}
