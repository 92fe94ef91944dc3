let aheadMs = 0;
let isInstalled = false;

/** From now on this process takes it to be that much later (negative: earlier). Timers run as ever. */
export function moveClock(ms: number): void {
  if (!isInstalled) install();
  aheadMs += ms;
}

/** Once: whoever has kept `Date.now` for themselves is moved along. */
function install(): void {
  isInstalled = true;
  const real = Date.now;
  const now = () => real() + aheadMs;
  globalThis.Date = new Proxy(Date, {
    construct: (date, given, target) => Reflect.construct(date, given.length === 0 ? [now()] : given, target),
    get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
  });
}
