import type { MadeRoom } from '../ledger.ts';
import { ask, cardOf, goIn, notHost, type Plot, readyOf, roomOf, type Scene, type Story } from '../scene.ts';
import { until as waitUntil } from '../until.ts';

const EXTENSIONS = { day: 1, week: 7, month: 30 } as const;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** A day as Slack's date token holds it, in seconds. */
const DATE = /<!date\^(\d+)/g;

/** An answer, not a question, that names a moment between those two. A card tells seconds. */
function saysOpenUntil(message: unknown, title: string, [from, to]: readonly [number, number]): boolean {
  const said = JSON.stringify(message);
  const dates = [...said.matchAll(DATE)].map(([, seconds]) => Number(seconds));
  return (
    said.includes(`*${title}*`) &&
    !said.includes('"room.') &&
    dates.some((at) => at * 1_000 >= from - MINUTE_MS && at * 1_000 <= to + MINUTE_MS)
  );
}

const askForLong = (scene: Scene, story: Story): Promise<MadeRoom> => ask(scene, story, '--for 1d');

/** Plots about rooms that stay open, and what is changed in them. */
export const CHANGED = {
  /** Extended by a day, a week and a month. */
  extended: async (scene, story) => {
    const { people, world } = scene;
    const { host, title, extendedBy } = story;
    const room = await askForLong(scene, story);
    const card = await cardOf(scene, room);
    for (const [by, days] of Object.entries(EXTENSIONS)) {
      await people.press(host, card, { action: 'room.extend' });
      const tries = await people.pressPrivately(host, title, { action: `room.extend-by-${by}` });
      extendedBy.least += days;
      extendedBy.most += days * tries;
      const until = [
        room.expiresAt + extendedBy.least * DAY_MS,
        room.expiresAt + extendedBy.most * DAY_MS,
      ] as const;
      const told = () => world.slack.workspace.ephemerals(host).some((it) => saysOpenUntil(it, title, until));
      await waitUntil(`${title} to be told that it was extended by a ${by}`, () => told() || undefined);
    }
  },
  /** Closes after the session it is in; its ten minutes are over at once. */
  after: async (scene, story) => {
    const { people, world, store } = scene;
    const room = await askForLong(scene, story);
    const card = await cardOf(scene, room);
    const leave = await goIn(scene, story, room);
    await people.press(story.host, card, { action: 'room.end-after-session' });
    await people.answered(story.host, 'click room.end-after-session');
    await readyOf(scene, story, await leave());
    await world.rooms.letClose(room, store);
  },
  /** Closed, its ten minutes are over at once, and somebody else opens it again. */
  shut: async (scene, story) => {
    const { people, world, store } = scene;
    const room = await askForLong(scene, story);
    const card = await cardOf(scene, room);
    await people.press(story.host, card, { action: 'room.close' });
    await people.answered(story.host, 'click room.close');
    await world.rooms.letClose(room, store);
    const asker = notHost(scene, story);
    await people.press(asker, card, { action: 'room.open-again' });
    await cardOf(scene, await roomOf(scene, story, { n: 1, asker }));
  },
  /** Handed over to somebody else, who hears of it. */
  given: async (scene, story) => {
    const { people, world } = scene;
    const { host, title } = story;
    const newHost = notHost(scene, story);
    const card = await cardOf(scene, await askForLong(scene, story));
    await people.press(host, card, { action: 'room.hand-over' });
    await people.pressPrivately(host, title, { action: 'room.hand-over-to', value: newHost });
    story.newHost = newHost;
    const told = () => world.slack.workspace.directMessages(newHost);
    await waitUntil(
      `a word to the new host of ${title}`,
      () => JSON.stringify(told()).includes(`*${title}*`) || undefined,
    );
  },
} satisfies Record<string, Plot>;
