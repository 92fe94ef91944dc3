/** A part of a list in a fixed order; with neither cursor its beginning. */
export interface Page<Cursor> {
  readonly limit: number;
  /** The last row of the page before. */
  readonly after?: Cursor | undefined;
  /** The first row of the page that follows: this one ends there. */
  readonly before?: Cursor | undefined;
}
