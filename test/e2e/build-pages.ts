import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { hasChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The sandbox's built pages. A playable film lies at `/clip.mp4`. */
    readonly pageFolder: string;
  }
}

/** Before all browser tests: builds the pages for all of them. Returns what takes them away again. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-pages-'));
  provide('pageFolder', folder);
  if (hasChromium) {
    await build({ configFile: 'vite.config.ts', logLevel: 'error', build: { outDir: folder } });
    copyFileSync('src/sandbox/vonage/clip.mp4', join(folder, 'clip.mp4'));
  }
  return () => rmSync(folder, { recursive: true, force: true });
}
