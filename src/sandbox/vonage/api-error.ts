/** What a Vonage API refuses with: a status, and a body in the words and the shape of that API. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    super(String(body['message'] ?? body['detail']));
    this.name = String(body['name'] ?? body['title'] ?? body['code']);
    this.status = status;
    this.body = body;
  }
}
