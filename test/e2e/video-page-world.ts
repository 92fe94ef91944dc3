import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { type Room, type RoomDoor, startRoomDoor, TEST_CLIENT } from './room-door.ts';

/** The built page behind a played door, and a browser. */
export interface VideoPageWorld {
  readonly door: RoomDoor;
  /** A browser of its own; its tabs are people in one session. English, unless it says otherwise. */
  browser(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** A tab; errors on its page end up in `complaints`, policy violations included. */
  open(browser: BrowserContext, path: string): Promise<Page>;
  readonly complaints: string[];
  /** Ends all browsers of a test. */
  closeBrowsers(): Promise<void>;
  close(): Promise<void>;
}

export const ROOM: Room = {
  title: 'Design review',
  state: 'open',
  recording: 'automatic',
  waitingRoom: false,
  hostIsIn: true,
};

/** Answers that a page is meant to get: the browser reports each as an error. */
const EXPECTED = /status of (404|409|410)/;

export async function startVideoPageWorld(): Promise<VideoPageWorld> {
  const door = await startRoomDoor(TEST_CLIENT);
  const chromium = await launchChromium();
  const complaints: string[] = [];
  return {
    door,
    complaints,
    browser: (options = {}) => chromium.newContext({ locale: 'en-GB', ...options }),
    async open(browser, path) {
      const page = await browser.newPage();
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error' && !EXPECTED.test(message.text())) complaints.push(message.text());
      });
      await page.goto(door.origin + path);
      return page;
    },
    async closeBrowsers() {
      await Promise.all(chromium.contexts().map((context) => context.close()));
    },
    async close() {
      await chromium.close();
      await door.close();
    },
  };
}

/** Fills in the name and joins. */
export async function joinAs(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('button', { name: 'Leave' }).waitFor();
}

/** What the session's server would tell everybody in it. */
export async function tellAll(page: Page, word: object): Promise<void> {
  await page.evaluate(`new BroadcastChannel('session').postMessage(${JSON.stringify(word)})`);
}
