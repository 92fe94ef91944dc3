export interface Area {
  /** CSS pixels, as all lengths here. */
  readonly width: number;
  readonly height: number;
}

export interface Place extends Area {
  readonly left: number;
  readonly top: number;
}

export const GAP = 12;

/** Width by height of a tile: beyond these too much of a picture is cut off. Phones film upright and are held so. */
const SHAPES = { narrowest: { upright: 3 / 4, lying: 1 }, widest: 16 / 9 };

/** How much of the area the people get beside or below a shared screen, and its limits. */
const STRIP = { share: 0.24, min: 96, max: 280 };

/** A screen is so much wider than high, at least, that people go beside it and not below it. */
const LYING = 1.2;

/** The places of a shared screen (if there is one) and of so many people, in this order. */
export function placeAll(people: number, hasScreen: boolean, area: Area): readonly Place[] {
  if (!hasScreen) return placePeople(people, { left: 0, top: 0, ...area });
  const { screen, strip } = area.width > area.height * LYING ? withColumn(area) : withRow(area);
  return [screen, ...placePeople(people, strip)];
}

function withColumn({ width, height }: Area): { screen: Place; strip: Place } {
  const column = stripOf(width);
  const left = Math.max(0, width - column - GAP);
  return {
    screen: { left: 0, top: 0, width: left, height },
    strip: { left: width - column, top: 0, width: column, height },
  };
}

function withRow({ width, height }: Area): { screen: Place; strip: Place } {
  const row = stripOf(height);
  const top = Math.max(0, height - row - GAP);
  return {
    screen: { left: 0, top: 0, width, height: top },
    strip: { left: 0, top: height - row, width, height: row },
  };
}

const stripOf = (length: number): number =>
  Math.min(length, STRIP.max, Math.max(STRIP.min, Math.round(length * STRIP.share)));

/** Equal tiles, as large as the place lets them be; rows and what is in the last one are in its middle. */
function placePeople(count: number, within: Place): readonly Place[] {
  const { columns, rows, tile } = layOut(count, within);
  const top = within.top + (within.height - lengthOf(rows, tile.height)) / 2;
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = row === rows - 1 ? count - row * columns : columns;
    const left = within.left + (within.width - lengthOf(inRow, tile.width)) / 2;
    return {
      left: Math.round(left + (index % columns) * (tile.width + GAP)),
      top: Math.round(top + row * (tile.height + GAP)),
      ...tile,
    };
  });
}

const lengthOf = (count: number, length: number): number => count * length + (count - 1) * GAP;

export interface Layout {
  readonly columns: number;
  readonly rows: number;
  /** Of each tile. */
  readonly tile: Area;
}

/** The number of columns with which so many tiles become largest. */
export function layOut(count: number, area: Area): Layout {
  const numbers = Array.from({ length: Math.max(1, count) }, (_, index) => index + 1);
  return numbers
    .map((columns) => withColumns(columns, Math.ceil(numbers.length / columns), area))
    .reduce((best, next) => (sizeOf(next.tile) > sizeOf(best.tile) ? next : best));
}

function withColumns(columns: number, rows: number, area: Area): Layout {
  const width = Math.max(0, (area.width - (columns - 1) * GAP) / columns);
  const height = Math.max(0, (area.height - (rows - 1) * GAP) / rows);
  const narrowest = SHAPES.narrowest[area.width > area.height ? 'lying' : 'upright'];
  const tile = {
    width: Math.floor(Math.min(width, height * SHAPES.widest)),
    height: Math.floor(Math.min(height, width / narrowest)),
  };
  return { columns, rows, tile };
}

const sizeOf = ({ width, height }: Area): number => width * height;
