import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { inject } from 'vitest';
import { launchChromium } from './chromium.ts';
import { QUIET, startWorkspaceSlack, type WorkspaceSlack } from './workspace-slack.ts';

/** The built workspace page in front of a real sandbox Slack, and a browser. */
export interface PageWorld {
  readonly workspace: WorkspaceSlack;
  readonly browser: Browser;
  /**
   * A tab of its own.
   * @param place the address after the `#`. Default: Ada in #design.
   */
  open(place?: string, options?: BrowserContextOptions): Promise<Page>;
  /** Closes all tabs, puts the knobs back and returns the errors of the pages since the last time. */
  reset(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Starts everything on free ports. A playable film lies at `/clip.mp4`. */
export async function startPageWorld(): Promise<PageWorld> {
  const workspace = await startWorkspaceSlack(inject('pageFolder'));
  const browser = await launchChromium();
  const complaints: string[] = [];
  return {
    workspace,
    browser,
    async open(place = 'channel=C0DESIGN&as=U0ADA', options = {}) {
      const page = await openTab(browser, options, complaints);
      await page.goto(`${workspace.url}/#${place}`);
      await page.getByRole('main').waitFor();
      return page;
    },
    async reset() {
      workspace.status = QUIET;
      workspace.answer = undefined;
      await Promise.all(browser.contexts().map((context) => context.close()));
      const { workspace: slack } = workspace.slack;
      while (slack.views('ada').length > 0) await slack.closeView({ user: 'ada' });
      return complaints.splice(0);
    },
    async close() {
      await browser.close();
      await workspace.close();
    },
  };
}

async function openTab(
  browser: Browser,
  options: BrowserContextOptions,
  complaints: string[],
): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (entry) => {
    const isOfNetwork = entry.text().startsWith('Failed to load resource');
    if (entry.type() === 'error' && !isOfNetwork) complaints.push(entry.text());
  });
  return page;
}

/** Where Ada types in #design. */
export function composer(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Message #design', exact: true });
}

/** What Ada reads in #design. */
export function log(page: Page): Locator {
  return page.getByRole('log', { name: 'Messages in #design', exact: true });
}

/** The message in #design that says this. */
export function message(page: Page, words: string): Locator {
  return log(page).getByRole('article').filter({ hasText: words });
}

export function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === element.ownerDocument.activeElement);
}
