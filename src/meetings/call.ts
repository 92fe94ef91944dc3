/** One request to the Meetings API. */
export interface MeetingsCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path under the API's base, at most one `:id` in it. This is what logs and metrics show. */
  readonly route: string;
  /** Takes the place of `:id`. Opaque: it is encoded, never looked into. */
  readonly id?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}
