import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's; its wrapper in /usr/bin adds flags of its own. */
const PROGRAM = '/usr/lib/chromium/chromium';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/** Browser tests are left out where it is missing, with that reason. */
export const hasChromium = existsSync(PROGRAM);

/** A browser without a screen, with a drawn camera; nothing it does leaves the machine. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: PROGRAM, args: FLAGS });
}
