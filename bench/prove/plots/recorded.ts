import {
  ask,
  cardOf,
  command,
  goIn,
  meet,
  notHost,
  type Plot,
  readyOf,
  recordingOf,
  roomOf,
  type Scene,
  type Story,
} from '../scene.ts';
import { until } from '../until.ts';

/** A room, a meeting in it, and somebody who wants to see the video. */
async function recorded(scene: Scene, story: Story, room = ask(scene, story)) {
  const { people } = scene;
  const made = await room;
  await people.press(story.host, await cardOf(scene, made), { action: 'room.join' });
  const ready = await meet(scene, story, made);
  const isDirect = story.plot === 'direct';
  if (!isDirect) await people.press(notHost(scene, story), ready, { action: 'recording.get-link' });
  return { room: made, ready };
}

const justRecorded: Plot = async (scene, story) => void (await recorded(scene, story));

async function askedTwice(scene: Scene, story: Story) {
  const { people } = scene;
  const { title, host } = story;
  await cardOf(scene, await ask(scene, story));
  await people.insist(command(scene, story, title));
  await people.pressPrivately(host, title, { action: 'room.make-another' });
  return roomOf(scene, story, { n: 1 });
}

/** Plots about recordings; in some of them the wires play a part, see `watch.ts`. */
export const RECORDED = {
  /** The recording is deleted. */
  deleted: async (scene, story) => {
    const { ready } = await recorded(scene, story);
    await scene.people.press(story.host, ready, { action: 'recording.delete' });
  },
  /** The provider refuses the room at first, and its host presses Try again. */
  again: justRecorded,
  /** The room is closed. */
  closed: async (scene, story) => {
    const { room } = await recorded(scene, story);
    await scene.world.rooms.letClose(room, scene.store);
  },
  /** The answer to the making of the room never comes. */
  lost: justRecorded,
  /** Asked for twice, with Make another. */
  twin: async (scene, story) => void (await recorded(scene, story, askedTwice(scene, story))),
  /** In a conversation of two. */
  direct: justRecorded,
  /** The callback of the upload never comes. */
  unheard: justRecorded,
  /** Its host starts and stops recording on the card. */
  manual: async (scene, story) => {
    const { people, ledger } = scene;
    const { host, sessions } = story;
    const room = await ask(scene, story, '--manual');
    const card = await cardOf(scene, room);
    const leave = await goIn(scene, story, room);
    const tries = await people.press(host, card, { action: 'room.start-recording' });
    // Whoever has pressed twice waits, or starts it anew after Stop.
    if (tries > 1) await people.answered(host, 'click room.start-recording');
    await people.press(host, card, { action: 'room.stop-recording' });
    await readyOf(scene, story, await recordingOf(ledger, sessions[0] ?? ''));
    await leave();
  },
  /** After the first meeting there is another one. */
  returned: async (scene, story) => {
    const room = await ask(scene, story, '--for 1d');
    await cardOf(scene, room);
    await meet(scene, story, room);
    const [first = ''] = story.sessions;
    const over = `select ended_at from sessions where session_id = '${first}' and ended_at is not null`;
    await until(`the end of ${first}`, async () => (await scene.store.sql(over)).length > 0 || undefined);
    await meet(scene, story, room);
    if (story.sessions[1] === first) throw new Error(`A session of ${story.title} goes on after its end`);
  },
  /** Somebody is let in and never comes. */
  unused: async (scene, story) => {
    const room = await ask(scene, story);
    await cardOf(scene, room);
    await scene.world.rooms.turnBack(room);
  },
} satisfies Record<string, Plot>;
