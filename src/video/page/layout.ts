export interface Area {
  /** CSS pixels, as all lengths here. */
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  readonly columns: number;
  readonly rows: number;
  /** Of each tile. */
  readonly tile: Area;
}

export const GAP = 12;

/** Faces are cut off beyond these: a tile is no narrower than 3:4 and no wider than 16:9. */
const NARROWEST = 3 / 4;
const WIDEST = 16 / 9;

/** So many equal tiles, as large as the area lets them be, in rows of `columns` of which the last may be shorter. */
export function layOut(count: number, area: Area): Layout {
  const numbers = Array.from({ length: Math.max(1, count) }, (_, index) => index + 1);
  return numbers
    .map((columns) => withColumns(columns, Math.ceil(numbers.length / columns), area))
    .reduce((best, next) => (sizeOf(next.tile) > sizeOf(best.tile) ? next : best));
}

function withColumns(columns: number, rows: number, area: Area): Layout {
  const width = Math.max(0, (area.width - (columns - 1) * GAP) / columns);
  const height = Math.max(0, (area.height - (rows - 1) * GAP) / rows);
  const tile = {
    width: Math.floor(Math.min(width, height * WIDEST)),
    height: Math.floor(Math.min(height, width / NARROWEST)),
  };
  return { columns, rows, tile };
}

const sizeOf = ({ width, height }: Area): number => width * height;
