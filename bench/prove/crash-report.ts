import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Doubt } from './doubts.ts';
import type { Killer } from './killer.ts';
import type { Ledger } from './ledger.ts';
import type { Story } from './scene.ts';
import { waitedFor } from './until.ts';
import type { Findings } from './verdict.ts';

const DATA = join(import.meta.dirname, '../../data');

export interface CrashReport {
  readonly engine: string;
  readonly provider: string;
  readonly seed: number;
  /** Where a kill was owed. */
  readonly steps: readonly string[];
  readonly killer: Killer;
  readonly ledger: Ledger;
  readonly told: readonly Story[];
  readonly findings: Findings;
  readonly doubts: readonly Doubt[];
  readonly postedAgain: number;
  readonly failures: readonly string[];
  /** What the app's log warned of, with the number of kills before. */
  readonly warnings: readonly object[];
}

/** The figures of a proof, and everything that speaks against it. Every kill, and every warning of the app, is written to `data/prove-<engine>-<provider>.json`. */
export function reportOf(report: CrashReport): string {
  const {
    engine,
    provider,
    seed,
    steps,
    killer,
    ledger,
    told,
    findings,
    doubts,
    postedAgain,
    failures,
    warnings,
  } = report;
  const file = `prove-${engine}-${provider}.json`;
  mkdirSync(DATA, { recursive: true });
  const details = { seed, kills: killer.kills, doubts, findings, warnings };
  writeFileSync(join(DATA, file), JSON.stringify(details, null, 2));
  const { kills } = killer;
  const random = kills.filter(({ step }) => step.startsWith('at random')).length;
  const taken = doubts.filter((doubt) => doubt.taken).length;
  const { lost, doubled, ambiguous, messages } = findings;
  const stages = Object.entries(messages).map(([stage, n]) => `${n} ${stage}`);
  return [
    `${kills.length} kills: ${kills.length - random} at named steps, ${random} at random moments (each one: data/${file})`,
    `seed ${seed}; ${reached(report)} of ${steps.length} steps reached; kills by moment: ${byMoment(killer)}`,
    `${told.length} stories, ${ledger.rooms.length} rooms made, ${ledger.recordings.size} recordings, ${ledger.promised.size} clicks and lists accepted`,
    `messages: ${stages.join(', ')}`,
    `${ambiguous} messages stand twice, after ${taken} kills between Slack's taking one and the app's noting it; posted again ${postedAgain} times in all`,
    `${lost.length} lost, ${doubled.length} doubled`,
    ...lost.map((what) => `  lost: ${what}`),
    ...doubled.map((what) => `  doubled: ${what}`),
    ...failures.map((what) => `  failed: ${what}`),
    ...[...waitedFor].map((what) => `  still waited for: ${what}`),
    ...killer.missing().map((step) => `  never reached: ${step}`),
  ].join('\n');
}

/** Whatever else turned up on the wires was killed at as well, and is not among them. */
function reached({ steps, killer }: CrashReport): number {
  const missing = new Set(killer.missing());
  return steps.filter((step) => !missing.has(step)).length;
}

function byMoment({ kills }: Killer): string {
  const counts = new Map<string, number>();
  for (const { step } of kills) {
    const moment = step.startsWith('at random') ? 'at random' : (step.split(' · ')[1] ?? step);
    counts.set(moment, (counts.get(moment) ?? 0) + 1);
  }
  return [...counts].map(([moment, n]) => `${n} ${moment}`).join(', ');
}
