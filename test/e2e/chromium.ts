import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's; its wrapper in /usr/bin adds flags of its own. */
const PROGRAM = '/usr/lib/chromium/chromium';

/**
 * What each window would bring along: two pages of the address bar, more work than a page of ours. The rest is
 * Playwright's own list, which this one replaces: so that nothing is asked of the network, and pages are shown at once.
 */
const LEFT_OUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream=fps=5',
  '--use-fake-ui-for-media-stream',
  `--disable-features=${LEFT_OUT.join()}`,
];

/** Browser tests are left out where it is missing, with that reason. */
export const hasChromium = existsSync(PROGRAM);

/** A browser without a screen, with a drawn camera; nothing it does leaves the machine. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: PROGRAM, args: FLAGS });
}
