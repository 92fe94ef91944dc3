/** What a script or the page asked for cannot be done here; the message says why. */
export class Refusal extends Error {
  /** HTTP status. */
  readonly status: number;

  constructor(status: 400 | 403 | 404, reason: string) {
    super(reason);
    this.status = status;
  }
}
