import { expectMessage } from './judge-message.ts';
import { DECIDED } from './plots/alone.ts';
import { messagesIn } from './standing.ts';
import type { Court } from './verdict.ts';

/**
 * Each host whose recording goes soon was reminded once, and the reminder says by now that it is gone. One that nobody
 * knows to stand is not sent again for that.
 */
export function judgeReminders(court: Court): void {
  const { told, world, doubts, found } = court;
  for (const { title, plot, host } of told) {
    if (plot !== 'reminded') continue;
    const channel = world.directOf(host);
    const key = `reminder:${channel} reminder`;
    expectMessage(court, key);
    if (doubts.some((doubt) => doubt.key === key && doubt.taken)) continue;
    const said = messagesIn(world.slack, channel)
      .filter((it) => isReminder(it, title))
      .at(-1);
    if (JSON.stringify(said ?? {}).includes('"recording.delete"')) {
      found.lost.push(`the reminder of ${title} does not say that it is gone`);
    }
  }
}

const isReminder = (message: unknown, title: string) =>
  [`*${title}*`, '"reminders.stop"'].every((text) => JSON.stringify(message).includes(text));

/** What was decided holds, and was told to the channel once. */
export async function judgeSettings(court: Court): Promise<void> {
  const { told, store, found } = court;
  const rows = await store.sql<Record<string, unknown>>('select channel_id, notify, see_links from settings');
  for (const { title, plot, channel } of told) {
    if (plot !== 'settings') continue;
    expectMessage(court, `policy:${channel} policy`);
    const row = rows.find((it) => it['channel_id'] === channel);
    if (row?.['notify'] !== DECIDED.notify || row['see_links'] !== DECIDED['channel.seeLinks']) {
      found.lost.push(`what was decided in ${title}`);
    }
  }
}

/** Who was to be the host is. */
export function judgeHosts({ told, rows, found }: Court): void {
  for (const { title, newHost } of told) {
    if (newHost === undefined) continue;
    const hosts = rows.rooms.filter((row) => row.title === title).map((row) => row.host_user_id);
    if (hosts.join() !== newHost) found.lost.push(`${title} was handed over, and is ${hosts.join()}’s`);
  }
}

/** Home shows what there is by now to whoever opened it. */
export function judgeHomes({ told, world, found }: Court): void {
  for (const { title, plot, host } of told) {
    if (plot !== 'home') continue;
    const home = JSON.stringify(world.slack.workspace.home(host) ?? {});
    if (!home.includes(`*${title}*`)) found.lost.push(`the Home of ${host} does not know of ${title}`);
  }
}
