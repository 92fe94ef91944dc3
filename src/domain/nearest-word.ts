/** Two slips at most, and fewer than half of the word. */
const MOST_SLIPS = 2;

/**
 * The candidate somebody probably meant: the one that `word` abbreviates, hyphens aside, else the one fewest slips away
 * (a letter missing, added, wrong, or two swapped). Undefined when none is near.
 */
export function nearestWord<T extends string>(word: string, candidates: readonly T[]): T | undefined {
  const start = word.replaceAll('-', '');
  const whole = candidates.find((candidate) => candidate.replaceAll('-', '').startsWith(start));
  if (whole !== undefined) return whole;
  const [nearest] = candidates
    .map((candidate) => ({ candidate, slips: countSlips(word, candidate) }))
    .filter(({ candidate, slips }) => slips <= MOST_SLIPS && slips * 2 < candidate.length)
    .toSorted((one, other) => one.slips - other.slips);
  return nearest?.candidate;
}

/** Optimal string alignment distance (restricted Damerau-Levenshtein). */
function countSlips(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= from.length; row++) {
    rows.push([row]);
    for (let column = 1; column <= to.length; column++) {
      const wrong = from[row - 1] === to[column - 1] ? 0 : 1;
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const ways = [cell(row - 1, column) + 1, cell(row, column - 1) + 1, cell(row - 1, column - 1) + wrong];
      if (swapped) ways.push(cell(row - 2, column - 2) + 1);
      rows[row]?.push(Math.min(...ways));
    }
  }
  return cell(from.length, to.length);
}
