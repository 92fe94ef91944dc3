import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Provider } from '../../src/sandbox/room-server.ts';
import { seed } from '../../src/sandbox/seed.ts';
import { readSettings } from '../../src/sandbox/settings.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.ts';
import { freePort } from '../support/free-port.ts';
import { launchChromium } from './chromium.ts';
import { createWorldClock, type WorldClock } from './world-clock.ts';

/** The built app between the sandbox's servers, as `npm run sandbox` starts it, and a browser. */
export interface SandboxWorld {
  readonly sandbox: Sandbox;
  readonly browser: Browser;
  /** Where all of it keeps its files. */
  readonly folder: string;
  /** A browser of its own for somebody; their tabs share it. */
  person(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** The workspace's page, as that person sees it in that conversation. Ids as in the sandbox's world. */
  open(context: BrowserContext, as: string, channel: string): Promise<Page>;
  /** From now on it is that many milliseconds later, for everybody; the app is started anew for it. */
  passTime(ms: number): Promise<void>;
  close(): Promise<void>;
}

export interface SandboxWorldOptions {
  /** What everybody's clock shows at the start. Default: the real time. */
  readonly startsAt?: Date;
  /** Whose rooms the app makes. @default 'vonage-meetings' */
  readonly provider?: Provider;
  /** Whether people find the recordings that a start makes. @default false */
  readonly hasPast?: boolean;
}

/** Starts everything. What it writes is gone when it is closed. */
export async function startSandboxWorld(options: SandboxWorldOptions = {}): Promise<SandboxWorld> {
  const { startsAt, provider = 'vonage-meetings', hasPast = false } = options;
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-story-'));
  const clock = createWorldClock(folder);
  if (startsAt !== undefined) clock.move(startsAt.getTime() - Date.now());
  const sandbox = await startSandbox({
    provider,
    settings: readSettings(folder),
    folder,
    pageFolder: inject('pageFolder'),
    appProgram: clock.appProgram,
    ports: { slack: await freePort(), rooms: await freePort(), app: await freePort() },
  });
  await sandbox.app.start();
  if (hasPast) await seed(sandbox);
  sandbox.open();
  return worldOf({ sandbox, clock, folder, browser: await launchChromium() });
}

function worldOf({ sandbox, clock, folder, browser }: Started): SandboxWorld {
  return {
    sandbox,
    browser,
    folder,
    async person(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1180, height: 860 }, ...options });
      context.setDefaultTimeout(30_000);
      if (clock.isMoved()) await context.clock.setSystemTime(Date.now());
      return context;
    },
    async open(context, as, channel) {
      const page = await context.newPage();
      await page.goto(`${sandbox.slack.url}/#${new URLSearchParams({ channel, as })}`);
      await page.getByRole('main').waitFor();
      return page;
    },
    async passTime(ms) {
      await sandbox.app.stop();
      clock.move(ms);
      sandbox.rooms.control.advance(0);
      for (const context of browser.contexts()) await context.clock.setSystemTime(Date.now());
      await sandbox.app.start();
    },
    async close() {
      await browser.close();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Started = Pick<SandboxWorld, 'sandbox' | 'browser' | 'folder'> & { readonly clock: WorldClock };
