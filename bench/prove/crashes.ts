import { setTimeout as delay } from 'node:timers/promises';
import { type CrashReport, reportOf } from './crash-report.ts';
import { letPeopleWork } from './crowd.ts';
import { type Doubt, doubtsAfterKill } from './doubts.ts';
import { createKiller, type Killer } from './killer.ts';
import { createLedger, type Ledger } from './ledger.ts';
import type { Pace } from './pace.ts';
import { createProgram, type LogLine, type Program } from './program.ts';
import type { Provider } from './providers/provider.ts';
import { type Random, seededRandom } from './random.ts';
import { retryBuried } from './retry-buried.ts';
import { jobStep } from './steps.ts';
import { type EngineName, openStore, type Store } from './store.ts';
import { createStories, type Stories } from './stories.ts';
import { judge } from './verdict.ts';
import { watchWires } from './watch.ts';
import { openWorld, type World } from './world.ts';

export interface CrashOptions {
  readonly engine: EngineName;
  /** Whose rooms the app makes. */
  readonly provider: Provider;
  /** At least so many, and one at every step. */
  readonly kills: number;
  /** Where a kill is owed. */
  readonly steps: readonly string[];
  readonly pace: Pace;
  readonly seed: number;
  readonly say: (text: string) => void;
}

/** Then it counts as failed if a step has not been reached. */
const LONGEST_MS = 30 * 60_000;
const SAY_EVERY = 20;
/** So many steps are told by name. */
const FEW = 5;
const LOOK_EVERY_MS = 250;

/** What a proof consists of. */
export interface Trial {
  readonly store: Store;
  readonly world: World;
  readonly killer: Killer;
  readonly ledger: Ledger;
  readonly stories: Stories;
  readonly program: Program;
  readonly random: Random;
  /** Messages the app says to have posted again. */
  readonly postedAgain: () => number;
  /** Lines of its log that warn. */
  readonly warnings: readonly object[];
}

export interface Crashed extends CrashReport {
  /** Nothing was lost, doubled or left over, and every step was reached. */
  readonly isProven: boolean;
}

/** Kills the app at every step and at random, and has everything add up in the end. */
export async function proveCrashes(options: CrashOptions): Promise<Crashed> {
  const { engine, provider, seed, steps, pace, say } = options;
  const trial = await openTrial(options);
  const { store, world, killer, ledger, stories, program } = trial;
  const crowd = letPeopleWork(trial, pace);
  const startedAt = Date.now();
  const doubts = await killAgainAndAgain(trial, options);
  crowd.goHome();
  const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1);
  say(`${killer.kills.length} kills in ${minutes} minutes; waiting until everything is done …`);
  await Promise.race([drained(trial, crowd.atWork), delay(pace.drainMs, undefined, { ref: false })]);

  const findings = await judge({ world, store, ledger, told: stories.told, doubts });
  const exitCode = await program.stop();
  const { failures } = crowd;
  const found = {
    engine,
    provider: provider.name,
    seed,
    steps,
    killer,
    ledger,
    told: stories.told,
    findings,
    doubts,
    failures,
  };
  const report = { ...found, postedAgain: trial.postedAgain(), warnings: trial.warnings };
  say(reportOf(report));
  await world.close();
  await store.close();
  const wrong = [...findings.lost, ...findings.doubled, ...failures, ...killer.missing()];
  const accounted = doubts.filter(({ taken }) => taken).length;
  const isProven = wrong.length === 0 && exitCode === 0 && findings.ambiguous <= accounted;
  return { ...report, isProven };
}

async function openTrial({ engine, provider, steps, pace, seed }: CrashOptions): Promise<Trial> {
  const random = seededRandom(seed);
  const store = await openStore(engine);
  const killer = createKiller({ steps, youthMs: pace.youthMs, random });
  const ledger = createLedger();
  const watch = watchWires({ provider, killer, ledger, random, appUrl: () => world.publicUrl });
  const world: World = await openWorld({ provider, watch, ...pace.world });
  world.rooms.setFaults({ duplicate: 3, shuffle: pace.shuffle });
  let postedAgain = 0;
  const warnings: object[] = [];
  const onLine = (line: LogLine) => {
    if (line['level'] !== 'info') warnings.push({ kills: killer.kills.length, ...line });
    if (String(line['msg']).startsWith('posted again')) postedAgain += 1;
    const step = jobStep(line);
    if (step !== undefined) killer.at(step);
  };
  const program = createProgram({ env: world.env(store.url), onLine });
  const stories = createStories({ world, ledger, store }, pace.plots ?? provider.plots);
  const told = { postedAgain: () => postedAgain, warnings };
  return { store, world, killer, ledger, stories, program, random, ...told };
}

/** Resolves to what the kills left open. */
async function killAgainAndAgain(
  { store, world, killer, ledger, stories, program }: Trial,
  { kills: wanted, say }: Pick<CrashOptions, 'kills' | 'say'>,
): Promise<readonly Doubt[]> {
  const { kills } = killer;
  const doubts: Doubt[] = [];
  const deadline = Date.now() + LONGEST_MS;
  while ((kills.length < wanted || killer.missing().length > 0) && Date.now() < deadline) {
    // A life posts from before it is ready.
    const before = ledger.posts.length;
    const killed = killer.arm(program.kill);
    await program.start();
    killer.ready();
    await killed;
    await program.gone();
    await Promise.all([world.quiet(), store.alone()]);
    doubts.push(...(await doubtsAfterKill(store, ledger.posts.slice(before))));
    await store.hasten();
    if (kills.length % SAY_EVERY !== 0) continue;
    await letBuriedRun({ store, world });
    const missing = killer.missing();
    const last = missing.length <= FEW ? `: ${missing.join(', ')}` : '';
    say(`${kills.length} kills; ${missing.length} steps to go${last}; ${stories.told.length} stories`);
  }
  await program.start();
  return doubts;
}

async function letBuriedRun({ store, world }: Pick<Trial, 'store' | 'world'>): Promise<void> {
  const jobs = await store.openJobs();
  if (jobs.some(({ state }) => state === 'buried')) await retryBuried(world.env(store.url));
}

async function drained({ store, world }: Trial, atWork: ReadonlySet<Promise<void>>): Promise<void> {
  let told = false;
  const all = Promise.all(atWork).then(() => {
    told = true;
  });
  for (;;) {
    const jobs = await store.openJobs();
    const sessions = await store.sql('select session_id from sessions where ended_at is null');
    if (told && jobs.length === 0 && sessions.length === 0) return all;
    await letBuriedRun({ store, world });
    await store.hasten();
    await delay(LOOK_EVERY_MS);
  }
}
