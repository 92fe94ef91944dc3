import { eventRequest } from '../support/slack-request.ts';
import type { Ledger } from './ledger.ts';
import type { World } from './world.ts';

/** Small things that people do in between and nobody waits for. All of them never reject. */
export interface Fidgets {
  /** Somebody lists a channel's recordings, or presses a button of some room's card. */
  fidget(): Promise<void>;
  /** A workspace nobody else speaks of removes the app. */
  uninstallElsewhere(): Promise<void>;
}

export function createFidgets(
  { slack, people, channels, settings, publicUrl }: World,
  ledger: Ledger,
): Fidgets {
  const { workspace } = slack;
  const cards = () =>
    ledger.posts.filter(({ key, channel }) => key.endsWith(' card') && channel.startsWith('C'));
  return {
    async fidget() {
      const user = pick(people) ?? '';
      const card = pick(cards());
      const what = Math.random();
      if (what < 0.1 || card === undefined) {
        await workspace.command({ user, channel: pick(channels) ?? '', text: '', command: '/recordings' });
        return;
      }
      const action = what < 0.3 ? 'room.join' : what < 0.9 ? 'room.host-link' : 'room.recordings';
      const click = { user, channel: card.channel, message_ts: card.ts, action };
      // A card that is closed has no such button any more.
      await workspace.action(click).catch(() => undefined);
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

function pick<T>(from: readonly T[]): T | undefined {
  return from[Math.floor(Math.random() * from.length)];
}
