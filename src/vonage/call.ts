/** One request to one of Vonage's APIs. */
export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /**
   * Path under the API's base. At most one `:id` in it, and `:application`, which the application's id takes the place
   * of. This is what logs and metrics show.
   */
  readonly route: string;
  /** Takes the place of `:id`. Opaque: it is encoded, never looked into. */
  readonly id?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as a form, in place of JSON. */
  readonly form?: Readonly<Record<string, string>>;
}
