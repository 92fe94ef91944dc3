import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Area, GAP, layOut, type Place, placeAll } from '../../src/video/page/layout.ts';

const SCREEN = { width: 1280, height: 680 };
const PHONE = { width: 336, height: 520 };
const LYING_PHONE = { width: 640, height: 240 };

describe('pictures of people in the room', () => {
  test.each([
    { count: 1, area: SCREEN, columns: 1, rows: 1 },
    { count: 2, area: SCREEN, columns: 2, rows: 1 },
    { count: 5, area: SCREEN, columns: 3, rows: 2 },
    { count: 9, area: SCREEN, columns: 3, rows: 3 },
    { count: 16, area: SCREEN, columns: 4, rows: 4 },
    { count: 1, area: PHONE, columns: 1, rows: 1 },
    { count: 2, area: PHONE, columns: 1, rows: 2 },
    { count: 4, area: PHONE, columns: 2, rows: 2 },
    { count: 16, area: PHONE, columns: 3, rows: 6 },
    { count: 3, area: LYING_PHONE, columns: 3, rows: 1 },
  ])('$count on $area.width × $area.height: $columns beside each other', ({ count, area, columns, rows }) => {
    expect(layOut(count, area)).toMatchObject({ columns, rows });
  });

  const areas = fc.record({
    width: fc.integer({ min: 200, max: 4000 }),
    height: fc.integer({ min: 150, max: 3000 }),
  });
  const counts = fc.integer({ min: 1, max: 16 });

  test('always: all fit into the area, and no face is cut off', () => {
    fc.assert(
      fc.property(counts, areas, (count, area) => {
        const { columns, rows, tile } = layOut(count, area);

        expect(columns * rows).toBeGreaterThanOrEqual(count);
        expect(columns * tile.width + (columns - 1) * GAP).toBeLessThanOrEqual(area.width);
        expect(rows * tile.height + (rows - 1) * GAP).toBeLessThanOrEqual(area.height);
        // Pixels are whole.
        const narrowest = area.width > area.height ? 1 : 3 / 4;
        expect((tile.width + 1) / tile.height).toBeGreaterThanOrEqual(narrowest);
        expect(tile.width / (tile.height + 1)).toBeLessThanOrEqual(16 / 9);
      }),
    );
  });

  test('always: the same people on more room are shown no smaller', () => {
    fc.assert(
      fc.property(counts, areas, fc.integer({ min: 0, max: 500 }), (count, area, more) => {
        const before = layOut(count, area).tile;
        const after = layOut(count, { width: area.width + more, height: area.height + more }).tile;

        expect(after.width * after.height).toBeGreaterThanOrEqual(before.width * before.height);
      }),
    );
  });

  test('always: nothing lies over something else or outside, with a shared screen and without', () => {
    fc.assert(
      fc.property(counts, fc.boolean(), areas, (count, hasScreen, area) => {
        const places = placeAll(count, hasScreen, area);

        expect(places).toHaveLength(count + Number(hasScreen));
        expect(places.filter((place) => !isInside(place, area))).toEqual([]);
        const over = places.filter((one, index) =>
          places.slice(index + 1).some((other) => overlap(one, other)),
        );
        expect(over).toEqual([]);
      }),
    );
  });

  test.each([
    { on: 'a screen: people beside it', area: SCREEN, left: 1000, top: 0 },
    { on: 'a phone held upright: people below it', area: PHONE, left: 0, top: 395 },
  ])('a shared screen on $on', ({ area, left, top }) => {
    const [screen, ...people] = placeAll(3, true, area);

    expect(screen?.height).toBeGreaterThan(area.height / 2);
    expect(people.every((place) => place.left >= left && place.top >= top)).toBe(true);
  });

  test('no room at all (before the page is drawn): nothing is negative', () => {
    expect(layOut(16, { width: 0, height: 0 }).tile).toEqual({ width: 0, height: 0 });
  });
});

function isInside({ left, top, width, height }: Place, area: Area): boolean {
  return left >= 0 && top >= 0 && left + width <= area.width && top + height <= area.height;
}

function overlap(one: Place, other: Place): boolean {
  const beside = one.left + one.width <= other.left || other.left + other.width <= one.left;
  const below = one.top + one.height <= other.top || other.top + other.height <= one.top;
  return !beside && !below;
}
