/** Moments before which something does not happen, by key; the same for all processes. Epoch milliseconds. */
export interface Pauses {
  /**
   * Until when each lasts, in the order asked for; 0: there is none. Until this transaction ends nobody else can lock
   * or move them.
   */
  lock(keys: readonly string[]): Promise<readonly number[]>;
  /** Not before `until`. What lasts longer already stays as it is. */
  hold(key: string, until: number): Promise<void>;
  forget(keys: readonly string[]): Promise<void>;
}
