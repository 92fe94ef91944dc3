export interface Retention {
  /** Removes what has been kept long enough, a bounded number of rows at a time. True: there may be more. */
  purge(now: number): Promise<boolean>;
  /** Gives the room that was freed back to the disk, a bounded part at a time. True: there is more. */
  compact(): Promise<boolean>;
}
