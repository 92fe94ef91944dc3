interface Details {
  /** Default 200: Slack refuses politely. */
  readonly status?: number;
  readonly retryAfterSeconds?: number;
  /** Why, one sentence each. */
  readonly reasons?: readonly string[];
  /** Further members of the answer. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A request Slack refuses: `{ok: false, error: <code>}`. */
export class SlackError extends Error {
  readonly code: string;
  readonly details: Details;

  constructor(code: string, details: Details = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }

  /** The body of the answer. Slack repeats the reasons, once with and once without their severity. */
  body(): Record<string, unknown> {
    const { reasons, more } = this.details;
    return {
      ok: false,
      error: this.code,
      ...(reasons && {
        errors: reasons,
        response_metadata: { messages: reasons.map((reason) => `[ERROR] ${reason}`) },
      }),
      ...more,
    };
  }
}
