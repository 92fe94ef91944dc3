import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Sandbox } from '../../src/sandbox/start.ts';
import type { Shown } from './draw.ts';
import { type HeldMeetings, holdMeetings } from './hold-meetings.ts';
import { startSandboxWorld } from './sandbox-world.ts';

/** A Friday in 2026, so that every drawing shows the same days and times. */
const STARTS_AT = new Date('2026-11-20T14:02:10Z');
/** Narrow, so that a picture holds one thing, and tall, so that it holds all of it. */
const SCREEN = { viewport: { width: 660, height: 1600 } };
const DESKTOP = { viewport: { width: 960, height: 700 } };

/** What the gallery is drawn on: a workspace with a past, Ada who reads English by day, Carla who reads German by night. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly ada: Page;
  readonly carla: Page;
  /** Ada's, on a screen that has room for the channels as well. */
  readonly desktop: Page;
  readonly meetings: HeldMeetings;
  /** From now on it is that many milliseconds later, for everybody. */
  passTime(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** Leads to something worth a picture. */
export type Show = (stage: Stage) => Promise<Shown>;

/** Starts the sandbox at that time, and opens #general for both. */
export async function openStage(): Promise<Stage> {
  const world = await startSandboxWorld({ startsAt: STARTS_AT, hasPast: true });
  const { sandbox, passTime, close } = world;
  const open = async (as: string, options: BrowserContextOptions) => {
    const page = await world.open(await world.person(options), as, 'C0GENERAL');
    // Away with the sandbox's tools: the pictures are of Slack.
    if (await page.getByRole('button', { name: 'Try it', expanded: true }).isVisible()) {
      await page.getByRole('button', { name: 'Try it' }).click();
    }
    return page;
  };
  const ada = await open('U0ADA', SCREEN);
  const carla = await open('U0CARLA', { ...SCREEN, colorScheme: 'dark' });
  const desktop = await open('U0ADA', DESKTOP);
  return { sandbox, ada, carla, desktop, meetings: holdMeetings(sandbox), passTime, close };
}

/** Somebody types that where they are. */
export async function type(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Message/ }).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
}

/** The newest message that person sees with these words. */
export function message(page: Page, words: string | RegExp): Locator {
  return page.getByRole('article').filter({ hasText: words }).last();
}

/** They go to that channel, by its name in the sidebar; on a narrow screen that has to be opened first. */
export async function goTo(page: Page, channel: string): Promise<void> {
  const opener = page.getByRole('button', { name: 'Show channels' });
  if (await opener.isVisible()) await opener.click();
  await page.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name: channel }).click();
  await page.getByRole('heading', { level: 1, name: channel }).waitFor();
}
