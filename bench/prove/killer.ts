import type { Random } from './random.ts';

/** A life of the app that was ended. */
export interface Kill {
  /** `chat.postMessage ready · done`, or `at random after …`. */
  readonly step: string;
}

/** Decides when the app dies: at every named step once, and else at random moments while it works. */
export interface Killer {
  /** The app begins to start: `kill` ends it, some time from now. Resolves when it has. */
  arm(kill: () => void): Promise<Kill>;
  /** The app is ready. */
  ready(): void;
  /** The app is at that step. True: it has just been killed there. */
  at(step: string): boolean;
  /** Of the steps that are owed, those at which it has not been killed yet. */
  missing(): readonly string[];
  readonly kills: readonly Kill[];
}

/**
 * In every other life a step that is still missing is waited for, so that the app comes to do what is rare; and from before
 * it is ready, since what a kill has left is the first thing it does.
 */
const PATIENCE_MS = 5_000;
const RANDOM_WITHIN_MS = 900;
/** Between a step that is seen and a random kill: it hits what lies between two steps, commits among them. */
const AFTER_STEP_MS = 25;
/** If nothing is seen for so long, it dies idle. */
const IDLE_MS = 400;

export interface KillerOptions {
  /** Where a kill is owed. */
  readonly steps: readonly string[];
  /** So long the app may live in peace once it is ready, at the longest, if nothing is waited for. */
  readonly youthMs: number;
  readonly random: Random;
}

export function createKiller({ steps, youthMs, random }: KillerOptions): Killer {
  const missing = new Set(steps);
  const known = new Set(steps);
  const kills: Kill[] = [];
  let die: ((step: string) => void) | undefined;
  let isPatient = false;
  let armedAt = 0;
  let impatientAt = 0;
  let timer: NodeJS.Timeout | undefined;

  const owed = () => steps.filter((step) => missing.has(step));

  const strike = (step: string): boolean => {
    if (die === undefined) return false;
    die(step);
    return true;
  };

  return {
    kills,
    missing: owed,
    arm(kill) {
      isPatient = owed().length > 0 && kills.length % 2 === 0;
      armedAt = isPatient ? 0 : Number.POSITIVE_INFINITY;
      impatientAt = Number.POSITIVE_INFINITY;
      return new Promise((resolve) => {
        die = (step) => {
          die = undefined;
          clearTimeout(timer);
          kill();
          missing.delete(step);
          kills.push({ step });
          resolve({ step });
        };
      });
    },
    ready() {
      if (die === undefined) return;
      const now = Date.now();
      if (!isPatient) armedAt = now + random() * youthMs;
      impatientAt = isPatient ? now + PATIENCE_MS : armedAt + random() * RANDOM_WITHIN_MS;
      timer = setTimeout(() => strike('at random, idle'), impatientAt - now + IDLE_MS);
    },
    at(step) {
      if (!known.has(step)) {
        known.add(step);
        missing.add(step);
      }
      if (die === undefined || Date.now() < armedAt) return false;
      if (missing.has(step)) return strike(step);
      if (Date.now() < impatientAt) return false;
      clearTimeout(timer);
      impatientAt = Number.POSITIVE_INFINITY;
      timer = setTimeout(() => strike(`at random after ${step}`), random() * AFTER_STEP_MS);
      return false;
    },
  };
}
