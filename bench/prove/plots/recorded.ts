import { ask, cardOf, command, meet, notHost, type Plot, roomOf, type Scene, type Story } from '../scene.ts';

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
  /** The Meetings server refuses the room at first, and its host presses Try again. */
  again: justRecorded,
  /** The room is closed. */
  closed: async (scene, story) => {
    const { room } = await recorded(scene, story);
    scene.world.meetings.control.closeRoom(room.roomId);
  },
  /** The answer to the making of the room never comes. */
  lost: justRecorded,
  /** Asked for twice, with Make another. */
  twin: async (scene, story) => void (await recorded(scene, story, askedTwice(scene, story))),
  /** In a conversation of two. */
  direct: justRecorded,
  /** The callback of the upload never comes. */
  unheard: justRecorded,
} satisfies Record<string, Plot>;
