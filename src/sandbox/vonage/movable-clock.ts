/** The server's time, which runs with the real one and can be moved ahead. */
export interface MovableClock {
  /** Epoch milliseconds. */
  now(): number;
  /** How far this clock is ahead of the real one. */
  aheadSeconds(): number;
  /** Moves the time ahead. What falls due on the way runs before this returns, in order, each at its own time. */
  advance(seconds: number): void;
  /** Runs something once, at the given time (epoch milliseconds) or as soon as possible after it. */
  at(time: number, run: () => void): void;
  /** Nothing that falls due, or is asked for, runs any more. */
  stop(): void;
}

interface Appointment {
  readonly time: number;
  readonly run: () => void;
}

const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

export function createMovableClock(): MovableClock {
  const appointments: Appointment[] = [];
  let aheadMs = 0;
  let alarm: NodeJS.Timeout | undefined;
  let stopped = false;
  const now = () => Date.now() + aheadMs;

  const takeNextDue = (time: number): Appointment | undefined => {
    const next = appointments[0];
    return next && next.time <= time ? appointments.shift() : undefined;
  };

  const setAlarm = (): void => {
    clearTimeout(alarm);
    const next = appointments[0];
    if (!next) return;
    alarm = setTimeout(runDue, Math.min(Math.max(next.time - now(), 0), LONGEST_TIMEOUT_MS)).unref();
  };

  const runDue = (): void => {
    for (let due = takeNextDue(now()); due; due = takeNextDue(now())) due.run();
    setAlarm();
  };

  return {
    now,
    aheadSeconds: () => Math.round(aheadMs / 1000),
    advance(seconds) {
      const target = aheadMs + seconds * 1000;
      const end = now() + seconds * 1000;
      for (let due = takeNextDue(end); due; due = takeNextDue(end)) {
        aheadMs += Math.max(due.time - now(), 0);
        due.run();
      }
      aheadMs = Math.max(target, aheadMs);
      setAlarm();
    },
    at(time, run) {
      if (stopped) return;
      appointments.push({ time, run });
      appointments.sort((a, b) => a.time - b.time);
      setAlarm();
    },
    stop() {
      stopped = true;
      appointments.length = 0;
      clearTimeout(alarm);
    },
  };
}
