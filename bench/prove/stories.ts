import { createPeople } from './people.ts';
import { ALONE } from './plots/alone.ts';
import { CHANGED } from './plots/changed.ts';
import { FILLED_IN } from './plots/filled-in.ts';
import { RECORDED } from './plots/recorded.ts';
import type { Scene, Story } from './scene.ts';

const PLOTS = { ...RECORDED, ...CHANGED, ...FILLED_IN, ...ALONE };
export type PlotName = keyof typeof PLOTS;
/** Those that every provider has, each kind mixed with the others; more often what alone leads to a kind of job. */
export const PLOTS_OF_ALL: readonly PlotName[] = [
  ...(['deleted', 'extended', 'settings', 'given', 'reminded', 'home', 'shut'] as const),
  ...(['dialog', 'given', 'after', 'direct'] as const),
  ...(['twin', 'thread', 'reminded', 'unheard', 'given', 'anywhere', 'closed'] as const),
];

export interface Stories {
  readonly told: readonly Story[];
  /** Begins the next one; resolves when it is over, rejects when what must happen does not. */
  tellNext(): Promise<void>;
}

/** People at work: they type, press, meet and leave, and try again when Slack tells them that something went wrong. */
export function createStories(place: Omit<Scene, 'people'>, plots: readonly PlotName[]): Stories {
  const { world, ledger } = place;
  const told: Story[] = [];
  const scene: Scene = { ...place, people: createPeople(world, ledger) };
  let alone = 0;

  const isAlone = (plot: PlotName) => Object.hasOwn(ALONE, plot);
  /** Once nobody is left who has not been alone yet, a room is closed instead. */
  function nextPlot(n: number): PlotName {
    const plot = plots[n % plots.length] ?? 'closed';
    return isAlone(plot) && alone >= world.admins.length ? 'closed' : plot;
  }

  function whoAndWhere(plot: PlotName, n: number): { readonly host: string; readonly channel: string } {
    if (isAlone(plot)) return world.admins[alone++] ?? { host: '', channel: '' };
    const who = n % world.people.length;
    const place = plot === 'direct' ? world.directs[who] : world.channels[n % world.channels.length];
    return { host: world.people[who] ?? '', channel: place ?? '' };
  }

  return {
    told,
    async tellNext() {
      const n = told.length;
      const plot = nextPlot(n);
      const story: Story = {
        title: `Story ${n} ${plot}`,
        plot,
        ...whoAndWhere(plot, n),
        sessions: [],
        extendedBy: { least: 0, most: 0 },
        newHost: undefined,
        finished: false,
      };
      told.push(story);
      await PLOTS[plot](scene, story);
      story.finished = true;
    },
  };
}
