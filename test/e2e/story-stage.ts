import type { BrowserContext, Page } from 'playwright-core';
import { vi } from 'vitest';
import { type HeldMeetings, holdMeetings } from './hold-meetings.ts';
import { type SandboxWorld, startSandboxWorld } from './sandbox-world.ts';

/** A Friday afternoon in Europe: an hour at which people can be reminded of something. */
const STARTS_AT = new Date('2026-11-20T14:02:10Z');

const IDS = { ada: 'U0ADA', ben: 'U0BEN', carla: 'U0CARLA' } as const;
type Name = keyof typeof IDS;

/** What the stories are played on: Ada, an admin, and Ben read English; Carla reads German, in dark colours. */
export interface StoryStage {
  readonly world: SandboxWorld;
  readonly meetings: HeldMeetings;
  /** Each one's browser. */
  readonly people: Readonly<Record<Name, BrowserContext>>;
  /** Somebody's Slack in that conversation; `app`: what they and the app write to each other, at its Home tab. */
  open(name: Name, channel: 'C0GENERAL' | 'C0DESIGN' | 'app'): Promise<Page>;
  /** Somebody makes a room, without looking on; resolves once the meeting service has it. */
  makeRoom(name: Name, channel: string, title: string): Promise<void>;
  /** Closes all tabs. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openStoryStage(): Promise<StoryStage> {
  const world = await startSandboxWorld({ startsAt: STARTS_AT });
  const meetings = holdMeetings(world.sandbox);
  const people = {
    ada: await world.person(),
    ben: await world.person(),
    carla: await world.person({ colorScheme: 'dark' }),
  };
  return {
    world,
    meetings,
    people,
    open: (name, channel) =>
      world.open(people[name], IDS[name], channel === 'app' ? `D0${name.toUpperCase()}APP` : channel),
    async makeRoom(user, channel, title) {
      await world.sandbox.slack.workspace.command({ user, channel, text: title });
      await vi.waitFor(() => meetings.newest(title), { timeout: 30_000 });
    },
    async clear() {
      const pages = Object.values(people).flatMap((context) => context.pages());
      await Promise.all(pages.map((page) => page.close()));
    },
    close: () => world.close(),
  };
}
