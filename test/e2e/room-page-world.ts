import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { type SandboxMeetings, startSandboxMeetings } from '../support/sandbox-meetings.ts';
import { launchChromium } from './chromium.ts';

export type Color = readonly [red: number, green: number, blue: number];

/** The built room page behind the links of a real sandbox Meetings server, and a browser. */
export interface RoomPageWorld {
  readonly sandbox: SandboxMeetings;
  readonly browser: Browser;
  /** A tab of its own; errors on the page end up in `complaints`. */
  open(url: string, options?: BrowserContextOptions): Promise<Page>;
  readonly complaints: string[];
  close(): Promise<void>;
}

/** With the waiting times a person gets. */
export async function startRoomPageWorld(): Promise<RoomPageWorld> {
  const pageFolder = inject('pageFolder');
  const sandbox = await startSandboxMeetings({ pageFolder, endDelayMs: 500, uploadDelayMs: 1000 });
  const browser = await launchChromium();
  const complaints: string[] = [];
  return {
    sandbox,
    browser,
    complaints,
    async open(url, options = {}) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await page.goto(url);
      return page;
    },
    async close() {
      await browser.close();
      await sandbox.close();
    },
  };
}

/** Fills in the name and joins. */
export async function joinAs(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('button', { name: 'Leave' }).waitFor();
}

/** Resolves when this page has sent that many chunks of its video. */
export async function chunksSent(page: Page, count: number): Promise<void> {
  for (let sent = 0; sent < count; sent++) {
    await page.waitForResponse((response) => response.url().includes('/parts/') && response.ok());
  }
}

/** The colour in the corner of somebody's picture on the page, where nothing moves. */
export function cornerColor(page: Page, name: string): Promise<Color> {
  return page.getByRole('img', { name: `Picture of ${name}` }).evaluate(async (canvas) => {
    const look = () => canvas.getContext('2d').getImageData(634, 6, 1, 1).data;
    // Until the first picture has come, nothing is there.
    while (look()[3] === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const [red, green, blue] = look();
    return [red, green, blue] as const;
  });
}

export interface Watched {
  readonly durationSeconds: number;
  /** How much of the picture has about this colour, 0 to 1, in the order asked for. */
  readonly shares: readonly number[];
}

const LOOKED_AT = { width: 64, height: 36 };

/** Loads a video like any page would, seeks to its last third and looks at the picture. */
export async function watch(page: Page, url: string, colors: readonly Color[] = []): Promise<Watched> {
  const { durationSeconds, pixels } = await page.locator('body').evaluate(
    async (body, { width, height, source }) => {
      const video = body.ownerDocument.createElement('video');
      const canvas = body.ownerDocument.createElement('canvas');
      // On the page: a video that is nowhere may be thrown away while it is waited for.
      body.append(video);
      const event = (name: string) => new Promise((resolve) => video.addEventListener(name, resolve));
      Object.assign(video, { crossOrigin: 'anonymous', src: source });
      await event('loadeddata');
      video.currentTime = (video.duration * 2) / 3;
      await event('seeked');
      const context = canvas.getContext('2d');
      const look = (): number[] => {
        context.drawImage(video, 0, 0, width, height);
        return Array.from(context.getImageData(0, 0, width, height).data);
      };
      let pixels = look();
      // On a busy machine `seeked` comes before there is a frame to draw: until then, nothing is there.
      while (pixels[3] === 0) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        pixels = look();
      }
      video.remove();
      return { durationSeconds: Number(video.duration), pixels };
    },
    { ...LOOKED_AT, source: url },
  );
  return { durationSeconds, shares: colors.map((color) => shareOf(pixels, color)) };
}

/** `pixels`: red, green, blue, alpha, red … Compression changes colours a little. */
function shareOf(pixels: readonly number[], color: Color): number {
  const starts = Array.from({ length: LOOKED_AT.width * LOOKED_AT.height }, (_, index) => index * 4);
  const near = starts.filter((start) =>
    color.every((wanted, channel) => Math.abs((pixels[start + channel] ?? 0) - wanted) < 24),
  );
  return near.length / starts.length;
}
