import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VIEWS } from '../e2e/gallery-views.ts';

const DOCS = join(import.meta.dirname, '../../docs');
const COLOURS = ['dark', 'light'];
const LARGEST_BYTES = 60_000;

const gallery = readFileSync(join(DOCS, 'gallery.md'), 'utf8');
const readme = readFileSync(join(DOCS, '../README.md'), 'utf8');
const names = Object.keys(VIEWS);

/** The picture of that name on a page, in both colours, with what is read out in its place. */
function pictureOn(page: string, folder: string, name: string): { readonly alt: string } | undefined {
  const source = `<source media="\\(prefers-color-scheme: dark\\)" srcset="${folder}${name}-dark\\.png">`;
  const image = `<img src="${folder}${name}-light\\.png"[^>]* alt="([^"]+)">`;
  const [, alt] = new RegExp(`<picture>\\s*${source}\\s*${image}\\s*</picture>`).exec(page) ?? [];
  return alt === undefined ? undefined : { alt };
}

describe('docs/gallery.md', () => {
  test.each(names.filter((name) => name !== 'workspace'))(
    'shows %s in both colours, and tells it',
    (name) => {
      expect(pictureOn(gallery, 'gallery/', name)?.alt.length).toBeGreaterThan(60);
    },
  );

  test('the files: every view in both colours, no others, each small', () => {
    const wanted = names.flatMap((name) => COLOURS.map((colours) => `${name}-${colours}.png`));

    expect(readdirSync(join(DOCS, 'gallery')).toSorted()).toEqual(wanted.toSorted());
    expect(wanted.filter((file) => statSync(join(DOCS, 'gallery', file)).size > LARGEST_BYTES)).toEqual([]);
  });
});

test('README: shows the workspace, tells it, and leads to the others', () => {
  expect(pictureOn(readme, 'docs/gallery/', 'workspace')?.alt.length).toBeGreaterThan(60);
  expect(readme).toContain('](docs/gallery.md)');
});
