import { setTimeout as delay } from 'node:timers/promises';
import { reportOf } from './crash-report.ts';
import { type Doubt, doubtsAfterKill } from './doubts.ts';
import { createFidgets } from './fidgets.ts';
import { createKiller, type Killer } from './killer.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createProgram, type LogLine, type Program } from './program.ts';
import { retryBuried } from './retry-buried.ts';
import { jobStep, STEPS } from './steps.ts';
import { type EngineName, openStore, type Store } from './store.ts';
import { createStories, type Stories } from './stories.ts';
import { judge } from './verdict.ts';
import { watchWires } from './watch.ts';
import { openWorld, type World } from './world.ts';

export interface CrashOptions {
  readonly engine: EngineName;
  /** At least so many, and one at every step. */
  readonly kills: number;
  readonly say: (text: string) => void;
}

/** Enough for nobody to meet a limit of their own … */
const PEOPLE = 60;
/** … and few enough for lists that have pages. */
const CHANNELS = 5;
const STORY_EVERY_MS = 4_000;
/** On a slow machine a life takes longer, and Slack's 50 updates a minute must not be what everything waits for. */
const KILLS_PER_STORY = 2;
const FIRST_STORIES = 8;
const FIDGET_EVERY_MS = 350;
const UNINSTALL_EVERY_MS = 4_000;
/** Then it counts as failed if a step has not been reached. */
const LONGEST_MS = 30 * 60_000;
/** For what was interrupted last: a create is looked for after 30 s and after another 60 s, messages have their pace. */
const DRAIN_MS = 10 * 60_000;
const SAY_EVERY = 20;
const LOOK_EVERY_MS = 1_000;
/** What is not heard of is looked for after two minutes; here at once. */
const LOOK_NOW = `update sessions set look_at = 1 where look_at is not null
  and session_id in (select session_id from recordings where state = 'ended')`;

/** What a proof consists of. */
interface Trial {
  readonly store: Store;
  readonly world: World;
  readonly killer: Killer;
  readonly ledger: Ledger;
  readonly stories: Stories;
  readonly program: Program;
  /** Messages the app says to have posted again. */
  readonly postedAgain: () => number;
}

/** Kills the app at every step and at random, and has everything add up in the end. Resolves to whether it does. */
export async function proveCrashes({ engine, kills, say }: CrashOptions): Promise<boolean> {
  const trial = await openTrial(engine);
  const { store, world, killer, ledger, stories, program } = trial;
  const crowd = letPeopleWork(trial);
  const startedAt = Date.now();
  const doubts = await killAgainAndAgain(trial, { kills, say });
  crowd.goHome();
  const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1);
  say(`${killer.kills.length} kills in ${minutes} minutes; waiting until everything is done …`);
  await Promise.race([drained(trial, crowd.atWork), delay(DRAIN_MS, undefined, { ref: false })]);

  const findings = await judge({ world, store, ledger, told: stories.told, doubts });
  const exitCode = await program.stop();
  const { failures } = crowd;
  const report = { engine, killer, ledger, told: stories.told, findings, doubts, failures };
  say(reportOf({ ...report, postedAgain: trial.postedAgain() }));
  await world.close();
  await store.close();
  const wrong = [...findings.lost, ...findings.doubled, ...failures, ...killer.missing()];
  const accounted = doubts.filter(({ taken }) => taken).length;
  return wrong.length === 0 && exitCode === 0 && findings.ambiguous <= accounted;
}

async function openTrial(engine: EngineName): Promise<Trial> {
  const store = await openStore(engine);
  const killer = createKiller(STEPS);
  const ledger = createLedger();
  const watch = watchWires({ killer, ledger, appUrl: () => world.publicUrl });
  const world: World = await openWorld({ watch, people: PEOPLE, channels: CHANNELS });
  world.meetings.control.setFaults({ duplicate: 3, shuffle: true });
  let postedAgain = 0;
  const onLine = (line: LogLine) => {
    if (String(line['msg']).startsWith('posted again')) postedAgain += 1;
    const step = jobStep(line);
    if (step !== undefined) killer.at(step);
  };
  const program = createProgram({ env: world.env(store.url), onLine });
  const stories = createStories(world, ledger);
  return { store, world, killer, ledger, stories, program, postedAgain: () => postedAgain };
}

/** Resolves to what the kills left open. */
async function killAgainAndAgain(
  { store, world, killer, ledger, stories, program }: Trial,
  { kills: wanted, say }: Pick<CrashOptions, 'kills' | 'say'>,
): Promise<readonly Doubt[]> {
  const { kills } = killer;
  const doubts: Doubt[] = [];
  const deadline = Date.now() + LONGEST_MS;
  await program.start();
  while ((kills.length < wanted || killer.missing().length > 0) && Date.now() < deadline) {
    const before = ledger.posts.length;
    await killer.arm(program.kill);
    await program.gone();
    await Promise.all([world.quiet(), store.alone()]);
    doubts.push(...(await doubtsAfterKill(store, ledger.posts.slice(before))));
    await store.sql(LOOK_NOW);
    await program.start();
    if (kills.length % SAY_EVERY !== 0) continue;
    const { length: missing } = killer.missing();
    say(`${kills.length} kills; ${missing} steps to go; ${stories.told.length} rooms asked for`);
  }
  return doubts;
}

interface Crowd {
  readonly atWork: ReadonlySet<Promise<void>>;
  /** What somebody waited for in vain. */
  readonly failures: readonly string[];
  /** Nobody begins anything new. */
  goHome(): void;
}

function letPeopleWork({ stories, world, ledger, killer }: Trial): Crowd {
  const fidgets = createFidgets(world, ledger);
  const failures: string[] = [];
  const atWork = new Set<Promise<void>>();
  const tell = () => {
    if (stories.told.length > FIRST_STORIES + killer.kills.length / KILLS_PER_STORY) return;
    atWork.add(stories.tellNext().catch(({ message }: Error) => void failures.push(message)));
  };
  const timers = [
    setInterval(tell, STORY_EVERY_MS),
    setInterval(() => void fidgets.fidget(), FIDGET_EVERY_MS),
    setInterval(() => void fidgets.uninstallElsewhere(), UNINSTALL_EVERY_MS),
  ];
  return { atWork, failures, goHome: () => timers.forEach(clearInterval) };
}

async function drained({ store, world }: Trial, atWork: ReadonlySet<Promise<void>>): Promise<void> {
  let told = false;
  const all = Promise.all(atWork).then(() => {
    told = true;
  });
  for (;;) {
    const jobs = await store.openJobs();
    if (told && jobs.length === 0) return all;
    if (jobs.some(({ state }) => state === 'buried')) await retryBuried(world.env(store.url));
    await delay(LOOK_EVERY_MS);
  }
}
