import { crc32, deflateSync } from 'node:zlib';

/** What is on a picture: red, green, blue and opacity of each pixel, a byte each, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  /** How many pixels have it. */
  count: number;
  /** Where the one that stands for it is in the palette … */
  index: number;
  /** … and how far that one is from it; 0: it is there itself. */
  distance: number;
}

const MOST_COLOURS = 256;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A PNG whose pixels point into a palette: a third of the bytes where nearly everything has one of a few colours. Of more
 * than 256, those that are missed least give way to the nearest; opacity is left out. Source: PNG specification, colour
 * type 3.
 */
export function indexedPng({ width, height, rgba }: Pixels): Buffer {
  const colours = coloursOf(rgba);
  const palette = choosePalette([...colours.values()]);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    // The byte in front of a row says that it is not filtered.
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + 1 + x] = colours.get(keyAt(rgba, 4 * (y * width + x)))?.index ?? 0;
    }
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(({ red, green, blue }) => [red, green, blue]))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function coloursOf(rgba: Uint8Array): ReadonlyMap<number, Colour> {
  const colours = new Map<number, Colour>();
  for (let at = 0; at < rgba.length; at += 4) {
    const key = keyAt(rgba, at);
    const known = colours.get(key);
    if (known !== undefined) known.count++;
    else colours.set(key, { ...channelsOf(key), count: 1, index: 0, distance: Number.POSITIVE_INFINITY });
  }
  return colours;
}

/** One after the other the colour that is missed most: by how many pixels, and how far they are from what there is. */
function choosePalette(colours: readonly Colour[]): readonly Colour[] {
  const palette: Colour[] = [];
  while (palette.length < MOST_COLOURS) {
    const missed = colours.reduce((most, colour) => (lossOf(colour) > lossOf(most) ? colour : most));
    if (missed.distance === 0) break;
    for (const colour of colours) {
      const distance = between(colour, missed);
      if (distance < colour.distance) Object.assign(colour, { distance, index: palette.length });
    }
    palette.push(missed);
  }
  return palette;
}

function lossOf({ count, distance }: Colour): number {
  return count * distance;
}

function between(one: Colour, other: Colour): number {
  return (one.red - other.red) ** 2 + (one.green - other.green) ** 2 + (one.blue - other.blue) ** 2;
}

function keyAt(rgba: Uint8Array, at: number): number {
  return ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);
}

function channelsOf(key: number): Pick<Colour, 'red' | 'green' | 'blue'> {
  return { red: key >> 16, green: (key >> 8) & 0xff, blue: key & 0xff };
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
