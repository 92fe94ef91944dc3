/** How many rows of each list to show, `most` in all: the longest lists give way first. */
export function fittingRows(counts: readonly number[], most: number): readonly number[] {
  const shown = [...counts];
  let over = shown.reduce((sum, count) => sum + count, 0) - most;
  for (; over > 0; over--) {
    const longest = shown.indexOf(Math.max(...shown));
    shown[longest] = (shown[longest] ?? 1) - 1;
  }
  return shown;
}
