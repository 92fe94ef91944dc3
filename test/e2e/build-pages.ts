import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
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
    // By itself it would build for development here: pages that take several times as long to draw.
    const env = { ...process.env, NODE_ENV: 'production' };
    const how = ['build', '--logLevel', 'error', '--outDir', folder, '--emptyOutDir'];
    await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', ...how], { env });
    copyFileSync('src/sandbox/vonage/clip.mp4', join(folder, 'clip.mp4'));
  }
  return () => rmSync(folder, { recursive: true, force: true });
}
