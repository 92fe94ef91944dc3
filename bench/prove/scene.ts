import type { Ledger, MadeRoom, Posted } from './ledger.ts';
import type { Act, People } from './people.ts';
import type { Store } from './store.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/** A room somebody asked for, or something else they did, and what must have become of it. */
export interface Story {
  readonly title: string;
  readonly plot: string;
  readonly host: string;
  readonly channel: string;
  /** Of those in its room. */
  readonly sessions: string[];
  /** By how many days its room was extended: by what they wanted, and by every try. */
  readonly extendedBy: { least: number; most: number };
  /** Whom its room was handed to. */
  newHost: string | undefined;
  /** Told to the end. */
  finished: boolean;
}

/** Where stories take place. */
export interface Scene {
  readonly world: World;
  readonly ledger: Ledger;
  readonly store: Store;
  readonly people: People;
}

/** What happens in a story. Rejects when what must happen does not. */
export type Plot = (scene: Scene, story: Story) => Promise<void>;

export const roomsOf = ({ ledger }: Scene, { title }: Story) =>
  ledger.rooms.filter((room) => room.title === title);

/** The nth room of that title. Whoever is told that there is none tries again. */
export function roomOf(scene: Scene, story: Story, { n = 0, asker = story.host } = {}): Promise<MadeRoom> {
  const { people } = scene;
  return until(`room ${n} of ${story.title}`, async () => {
    const made = roomsOf(scene, story)[n];
    if (made === undefined) await people.tryPrivately(asker, story.title, 'room.retry');
    return made;
  });
}

export function cardOf({ ledger }: Scene, { roomKey, title }: MadeRoom): Promise<Posted> {
  return until(`the card of ${title}`, () => ledger.postOf(`room:${roomKey} card`));
}

export function command({ world }: Scene, { host, channel }: Story, text: string): Act {
  return () => world.slack.workspace.command({ user: host, channel, text, command: '/meet' });
}

/** Asks for a room, with options or without. */
export async function ask(scene: Scene, story: Story, options = ''): Promise<MadeRoom> {
  await scene.people.insist(command(scene, story, `${story.title} ${options}`.trimEnd()));
  return roomOf(scene, story);
}

/** Goes into a room. Resolves to how to leave it: that resolves to the recording, once that is heard of. */
export async function goIn({ world, ledger }: Scene, { sessions, host }: Story, room: MadeRoom) {
  const { sessionId, leave } = await world.rooms.goIn(room, host);
  sessions.push(sessionId);
  ledger.wentIn(sessionId, room);
  return async (): Promise<string> => {
    await leave();
    return recordingOf(ledger, sessionId);
  };
}

export function recordingOf({ recordings }: Ledger, sessionId: string): Promise<string> {
  return until(`the recording of ${sessionId}`, () => recordings.get(sessionId)?.recordingId);
}

export function readyOf({ ledger }: Scene, { title }: Story, recordingId: string): Promise<Posted> {
  return until(`"ready" of ${title}`, () => ledger.postOf(`recording:${recordingId} ready`));
}

/** Somebody else: whoever comes next, so that not everything is asked of the same person. */
export function notHost({ world: { people } }: Scene, { host }: Story): string {
  return people[(people.indexOf(host) + 1) % people.length] ?? host;
}

/** Meets in a room that has its card, until the video is ready. */
export async function meet(scene: Scene, story: Story, room: MadeRoom): Promise<Posted> {
  const leave = await goIn(scene, story, room);
  const recordingId = await leave();
  return readyOf(scene, story, recordingId);
}
