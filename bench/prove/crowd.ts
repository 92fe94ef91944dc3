import type { Trial } from './crashes.ts';
import { createFidgets } from './fidgets.ts';
import type { Pace } from './pace.ts';

/** Slack tells who somebody is 60 times a minute, and after each kill that is asked again. */
const FIDGET_EVERY_MS = 700;
const UNINSTALL_EVERY_MS = 4_000;

/** Everybody who does something in a proof. */
export interface Crowd {
  readonly atWork: ReadonlySet<Promise<void>>;
  /** What somebody waited for in vain. */
  readonly failures: readonly string[];
  /** Nobody begins anything new. */
  goHome(): void;
}

export function letPeopleWork(
  {
    stories,
    world,
    ledger,
    killer,
    random,
  }: Pick<Trial, 'stories' | 'world' | 'ledger' | 'killer' | 'random'>,
  { storyEveryMs, firstStories, killsPerStory }: Pace,
): Crowd {
  const fidgets = createFidgets(world, { ledger, random });
  const failures: string[] = [];
  const atWork = new Set<Promise<void>>();
  const tell = () => {
    if (stories.told.length >= firstStories + killer.kills.length / killsPerStory) return;
    atWork.add(stories.tellNext().catch(({ message }: Error) => void failures.push(message)));
  };
  const timers = [
    setInterval(tell, storyEveryMs),
    setInterval(() => void fidgets.fidget(), FIDGET_EVERY_MS),
    setInterval(() => void fidgets.uninstallElsewhere(), UNINSTALL_EVERY_MS),
  ];
  return { atWork, failures, goHome: () => timers.forEach(clearInterval) };
}
