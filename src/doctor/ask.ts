/** An answer over HTTP. */
export interface Reply {
  readonly answered: true;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** By the answering machine's clock, minus ours, milliseconds; null: it did not tell. Exact to about a second. */
  readonly aheadMs: number | null;
}

/** None came. `reason`: the network's own word, e.g. `ECONNREFUSED`. */
export interface NoReply {
  readonly answered: false;
  readonly reason: string;
}

export interface AskOptions {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Answer = Reply | NoReply;

/** Asks once. Never rejects; redirects are answers, too. */
export type Ask = (url: string, options?: AskOptions) => Promise<Answer>;

const TIMEOUT_MS = 10_000;

/** `now`: our own clock, to compare others with. */
export function askBy(now: () => number): Ask {
  return async (url, options = {}) => {
    try {
      const askedAt = now();
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const response = await fetch(url, { ...options, redirect: 'manual', signal });
      const { status, headers } = response;
      const aheadMs = aheadOf(headers.get('date'), (askedAt + now()) / 2);
      return { answered: true, status, headers, text: await response.text(), aheadMs };
    } catch (error) {
      return { answered: false, reason: reasonOf(error) };
    }
  };
}

/** The header is cut to whole seconds, so on average it is half a second old. */
function aheadOf(date: string | null, ours: number): number | null {
  return date === null ? null : Date.parse(date) + 500 - ours;
}

function reasonOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
    if (cause.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1_000} s`;
  }
  return String(error);
}
