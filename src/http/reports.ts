/** A finished request, for metrics: a route pattern, never a path. */
export interface RequestReport {
  readonly method: string;
  readonly route: string;
  /** HTTP status; 499 when whoever asked hung up before the answer was there, as nginx has it. */
  readonly status: number;
  readonly seconds: number;
  /** Only of a request whose sender waits for no more than an acknowledgement. */
  readonly ack: AckReport | undefined;
}

/**
 * How a request that must be acknowledged was. `refused`: not from who it claims, or unreadable. `failed`: it could not
 * be stored, so the sender tries again. `hung-up`: the sender did not wait for the answer.
 */
export interface AckReport {
  /** What it is, in one of few words. */
  readonly kind: string;
  readonly outcome: 'ok' | 'refused' | 'failed' | 'hung-up';
}
