/** From now on this process takes it to be that much later (negative: earlier). Timers run as ever. */
export function moveClock(offsetMs: number): void {
  const real = Date.now;
  const now = () => real() + offsetMs;
  globalThis.Date = new Proxy(Date, {
    construct: (date, given, target) => Reflect.construct(date, given.length === 0 ? [now()] : given, target),
    get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
  });
}
