/** A message to be shown to the reader; a new object each time it is asked for. */
export interface Target {
  readonly messageTs: string;
}
