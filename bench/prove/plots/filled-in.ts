import { ROOM_FIELDS } from '../../../src/slack/new-room-form.ts';
import { PLACE_FIELD } from '../../../src/slack/settings-place.ts';
import type { Act } from '../people.ts';
import { cardOf, command, meet, type Plot, roomOf, type Scene, type Story } from '../scene.ts';
import { until } from '../until.ts';

const DAY_SECONDS = 86_400;

/** Fills in the dialog that is in front of the host, and meets in the room. */
async function fillIn(scene: Scene, story: Story, values: Readonly<Record<string, string | number>> = {}) {
  await scene.people.submit(story.host, { [ROOM_FIELDS.title]: story.title, ...values });
  const room = await roomOf(scene, story);
  await cardOf(scene, room);
  await meet(scene, story, room);
}

/** Changes a dialog to one that asks for a date. */
async function chooseDate({ world, people }: Scene, { host }: Story): Promise<void> {
  const { workspace } = world.slack;
  await until(`a date in the dialog of ${host}`, async () => {
    const dialog = workspace.openDialog(host);
    if (JSON.stringify(dialog).includes('"datetimepicker"')) return true;
    const choice = { user: host, view: String(dialog['id']), action: 'room.choose-kind', value: 'until' };
    await people.insist(() => workspace.viewAction(choice));
    return undefined;
  });
}

async function closeAll({ world, people }: Scene, { host: user }: Story): Promise<void> {
  const { workspace } = world.slack;
  while (workspace.views(user).length > 0) await people.insist(() => workspace.closeView({ user }));
}

/** Plots about rooms that are asked for in a dialog. */
export const FILLED_IN = {
  /** With `/meet` alone: cancelled, of which nothing must come, and then filled in. */
  dialog: async (scene, story) => {
    const { people } = scene;
    await people.openDialog(story.host, command(scene, story, ''));
    await closeAll(scene, story);
    await people.openDialog(story.host, command(scene, story, ''));
    await fillIn(scene, story);
  },
  /** With the shortcut that is everywhere, and a date. */
  anywhere: async (scene, story) => {
    const { workspace } = scene.world.slack;
    const { host: user, channel } = story;
    await scene.people.openDialog(user, () => workspace.shortcut({ user, shortcut: 'room.new-anywhere' }));
    await chooseDate(scene, story);
    const until = Math.floor(Date.now() / 1_000) + DAY_SECONDS;
    await fillIn(scene, story, { [ROOM_FIELDS.channel]: channel, [ROOM_FIELDS.until]: until });
  },
  /** With the shortcut of a message, in whose thread it lives. */
  thread: async (scene, story) => {
    const { workspace } = scene.world.slack;
    const { host: user, channel, title } = story;
    const text = `Let us talk about ${title}`;
    await workspace.message({ user, channel, text });
    const asked = workspace.messages(channel).find((message) => message['text'] === text);
    const use = { user, channel, message_ts: String(asked?.['ts']), shortcut: 'room.start-here' };
    const start: Act = () => workspace.messageShortcut(use);
    await scene.people.openDialog(user, start);
    await fillIn(scene, story);
  },
  /** From Home, where reminders are switched off and on again before, and a channel's settings are looked at. */
  home: async (scene, story) => {
    const { people, world } = scene;
    const { workspace } = world.slack;
    const { host: user, channel } = story;
    await people.insist(() => workspace.openHome(user));
    await people.pressAtHome(user, 'reminders.stop', 'reminders.start');
    await people.pressAtHome(user, 'reminders.start', 'reminders.stop');
    const use = (action: string): Act => {
      return () => workspace.viewAction({ user, view: 'home', action }).catch(() => ({ ok: false }));
    };
    await people.openDialog(user, use('settings.open'));
    await people.submit(user, { [PLACE_FIELD]: channel });
    await closeAll(scene, story);
    await people.openDialog(user, use('room.new'));
    await fillIn(scene, story, { [ROOM_FIELDS.channel]: channel });
  },
} satisfies Record<string, Plot>;
