/** What one check found. */
export interface Finding {
  /** Which check: a few words, the same each time. */
  readonly check: string;
  readonly level: 'ok' | 'warning' | 'failure';
  readonly says: string;
  /** Exactly what to do; null when there is nothing to do. */
  readonly fix: string | null;
}

export type Level = Finding['level'];

/** Findings of one check. */
export interface Findings {
  ok(says: string): Finding;
  warning(says: string, fix: string): Finding;
  failure(says: string, fix: string): Finding;
}

export function findingsOf(check: string): Findings {
  return {
    ok: (says) => ({ check, level: 'ok', says, fix: null }),
    warning: (says, fix) => ({ check, level: 'warning', says, fix }),
    failure: (says, fix) => ({ check, level: 'failure', says, fix }),
  };
}
