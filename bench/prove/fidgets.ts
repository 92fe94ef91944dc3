import { eventRequest } from '../support/slack-request.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** Those who look through lists: few, so that each has one before them. */
const READERS = 5;
const IN_LISTS = [
  ...['recordings.next', 'recordings.previous', 'recording.share'],
  ...['rooms.next', 'rooms.previous'],
];

/** Small things that people do in between and nobody waits for. All of them never reject. */
export interface Fidgets {
  /** Somebody lists a channel's recordings, or presses a button of some room's card. */
  fidget(): Promise<void>;
  /** A workspace nobody else speaks of removes the app. */
  uninstallElsewhere(): Promise<void>;
}

export function createFidgets(
  { slack, people, channels, settings, publicUrl }: World,
  { ledger, random }: { readonly ledger: Ledger; readonly random: Random },
): Fidgets {
  const { workspace } = slack;
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const readers = people.slice(0, READERS);
  const cards = () =>
    ledger.posts.filter(({ key, channel }) => key.endsWith(' card') && channel.startsWith('C'));

  async function list(): Promise<void> {
    const place = { user: pick(readers) ?? '', channel: pick(channels) ?? '' };
    const list = pick([
      { command: '/recordings', text: '' },
      { command: '/meet', text: 'rooms' },
    ]);
    if (list !== undefined) await workspace.command({ ...place, ...list });
  }

  /** In a list somebody has before them: turns its pages, or shows one of its recordings to the channel. */
  async function pressInList(): Promise<void> {
    const user = pick(readers) ?? '';
    const action = pick(IN_LISTS) ?? '';
    const lists = workspace.ephemerals(user).filter((message) => JSON.stringify(message).includes(action));
    const last = lists.at(-1);
    if (last === undefined) return;
    await press({ user, channel: String(last['channel']), message_ts: String(last['ts']), action });
  }

  async function pressOnCard(): Promise<void> {
    const card = pick(cards());
    const action = pick(['room.join', 'room.host-link', 'room.host-link', 'room.recordings']) ?? '';
    if (card !== undefined) {
      await press({ user: pick(people) ?? '', channel: card.channel, message_ts: card.ts, action });
    }
  }

  /** What is closed or has been turned has no such button any more. */
  async function press(click: Parameters<typeof workspace.action>[0]): Promise<void> {
    await workspace.action(click).catch(() => undefined);
  }

  return {
    async fidget() {
      const what = random();
      if (what < 0.15) await list();
      else if (what < 0.4) await pressInList();
      else await pressOnCard();
    },
    async uninstallElsewhere() {
      const body = {
        type: 'event_callback',
        team_id: 'T0ELSEWHERE',
        api_app_id: 'A0ROOMTONE',
        event_id: `Ev${Date.now()}`,
        event: { type: 'app_uninstalled' },
      };
      const request = eventRequest(settings.signingSecret, body);
      const address = `${publicUrl}/slack/events`;
      await fetch(address, { method: 'POST', ...request }).catch(() => undefined);
    },
  };
}
