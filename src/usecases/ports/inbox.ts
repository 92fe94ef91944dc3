export interface Inbox {
  /** True the first time; false when this key has been accepted before. */
  accept(key: string, kind: string, at: number): Promise<boolean>;
  answered(key: string, at: number): Promise<void>;
  isAnswered(key: string): Promise<boolean>;
}
