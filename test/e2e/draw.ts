import { writeFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { indexedPng } from './indexed-png.ts';

/** `npm run gallery`: the pictures are written anew. Any other run only walks what is on them. */
export const isDrawing = process.env['UPDATE_PICTURES'] === '1';

export const COLOURS = ['light', 'dark'] as const;

/** Ids of recordings and sessions are others at each run, and nobody reads them: in a picture they are short. */
const SHORTEN_IDS = `{
  const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\b[12]_MX[\\w~-]+/g;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (ids.test(text.data)) text.data = text.data.replace(ids, (id) => (id.includes('_MX') ? '2_MX4…' : '9f6f…'));
  }
}`;

interface Read {
  readonly width: number;
  readonly height: number;
  /** In base64. */
  readonly rgba: string;
}

const READ_PIXELS = `async (png) => {
  const image = await createImageBitmap(new Blob([Uint8Array.fromBase64(png)]));
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, rgba: new Uint8Array(data.buffer).toBase64() };
}`;

/** Somebody's page, and what of it goes into a picture. */
export interface Shown {
  readonly page: Page;
  readonly parts: readonly Locator[];
  /** Left around them. Default: none. */
  readonly margin?: number;
}

/** Writes it, once in each colours, into `docs`. */
export async function draw({ page, parts, margin = 0 }: Shown, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement?.blur()');
  await page.evaluate(SHORTEN_IDS);
  for (const colorScheme of COLOURS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const clip = await frame(parts, margin);
    const png = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
    writeFileSync(`docs/${name}-${colorScheme}.png`, await small(page, png));
  }
}

/** The browser reads what it has drawn. */
async function small(page: Page, png: Buffer): Promise<Buffer> {
  const { rgba, ...size } = await page.evaluate<Read>(`(${READ_PIXELS})('${png.toString('base64')}')`);
  return indexedPng({ ...size, rgba: Buffer.from(rgba, 'base64') });
}

async function frame(shown: readonly Locator[], margin: number) {
  const boxes = await Promise.all(shown.map((locator) => locator.boundingBox()));
  const found = boxes.filter((box) => box !== null);
  if (found.length !== shown.length) throw new Error('Not everything to draw is in sight');
  const x = Math.min(...found.map((box) => box.x));
  const y = Math.min(...found.map((box) => box.y));
  const right = Math.max(...found.map((box) => box.x + box.width));
  const bottom = Math.max(...found.map((box) => box.y + box.height));
  return { x: x - margin, y: y - margin, width: right - x + 2 * margin, height: bottom - y + 2 * margin };
}
