/** The code an operator looks up, and a reference to the log line. */
export interface Trouble {
  readonly code: string;
  readonly ref: string;
}
