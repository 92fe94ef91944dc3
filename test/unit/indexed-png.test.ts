import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexedPng } from '../e2e/indexed-png.ts';

/** The colours of its pixels, read as the specification tells. */
function pixelsOf(png: Buffer, width: number): number[][] {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    chunks.set(png.toString('latin1', at + 4, at + 8), data);
  }
  const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const indexes = [...rows].filter((_, at) => at % (width + 1) !== 0);
  return indexes.map((index) => [...palette.subarray(3 * index, 3 * index + 3)]);
}

const opaque = (pixels: readonly (readonly number[])[]) =>
  new Uint8Array(pixels.flatMap((rgb) => [...rgb, 255]));

test('up to 256 colours: every pixel keeps its own', () => {
  const byte = fc.nat(255);
  fc.assert(
    fc.property(fc.array(fc.tuple(byte, byte, byte), { minLength: 1, maxLength: 256 }), (pixels) => {
      const png = indexedPng({ width: pixels.length, height: 1, rgba: opaque(pixels) });

      expect(pixelsOf(png, pixels.length)).toEqual(pixels);
    }),
  );
});

test('more than that: those that are missed least take the nearest', () => {
  const often = Array.from({ length: 255 }, (_, at) => [at, 0, 0]);
  const pixels = [...often, ...often, [0, 0, 200], [7, 1, 0]];

  const png = indexedPng({ width: 256, height: 2, rgba: opaque(pixels) });

  expect(pixelsOf(png, 256)).toEqual([...often, ...often, [0, 0, 200], [7, 0, 0]]);
});
