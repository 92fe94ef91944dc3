import { ask, cardOf, command, type Plot, readyOf } from '../scene.ts';
import { until } from '../until.ts';

const LENGTH_MS = 30 * 60_000;

/** What was decided in the settings of a channel. */
export const DECIDED = { notify: 'thread', 'channel.seeLinks': 'host-only' } as const;

/** Plots for somebody who is an admin, in a channel of their own: each happens to one person and in one channel once. */
export const ALONE = {
  /** Has a recording that goes soon, is reminded of it, wants no more of that, and deletes it. */
  reminded: async (scene, story) => {
    const { people, ledger, world } = scene;
    const { host, title } = story;
    const room = await ask(scene, story);
    await cardOf(scene, room);
    const endedAt = Date.now() - world.rooms.remindedAfterMs;
    const times = { startedAt: endedAt - LENGTH_MS, endedAt };
    const { sessionId, recordingId } = await world.rooms.recordPast(room, times);
    story.sessions.push(sessionId);
    await readyOf(scene, story, recordingId);
    const key = `reminder:${world.directOf(host)} reminder`;
    const reminder = await until(`the reminder of ${title}`, () => ledger.postOf(key));
    await people.press(host, reminder, { action: 'reminders.stop' });
    await people.answered(host, 'click reminders.stop');
    await people.press(host, reminder, { action: 'recording.delete' });
  },
  /** Changes the settings of the channel, and finds them changed. */
  settings: async (scene, story) => {
    const { people, ledger } = scene;
    const dialog = await people.openDialog(story.host, command(scene, story, 'settings'));
    const { responseUrl } = JSON.parse(String(dialog['private_metadata'])) as { responseUrl: string };
    await people.submit(story.host, DECIDED);
    const { pathname } = new URL(responseUrl);
    await until(`the answer to ${story.title}`, () => ledger.answers.get(pathname));
    await until(`what was decided in ${story.title}`, () => ledger.postOf(`policy:${story.channel} policy`));
  },
} satisfies Record<string, Plot>;
