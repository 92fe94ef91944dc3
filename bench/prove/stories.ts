import { setTimeout as delay } from 'node:timers/promises';
import type { Ledger, MadeRoom, Posted } from './ledger.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/**
 * What happens to a room. `again`: the Meetings server refuses it at first, its host presses Try again. `lost`: the
 * answer to its creation never comes. `twin`: asked for twice, with Make another. `direct`: in a conversation of two.
 * `unheard`: the callback of the upload never comes. `deleted`: its recording is deleted. `closed`: it is closed.
 */
export type Plot = 'deleted' | 'again' | 'closed' | 'lost' | 'twin' | 'direct' | 'unheard';
const PLOTS: readonly Plot[] = ['deleted', 'again', 'closed', 'lost', 'twin', 'deleted', 'direct', 'unheard'];

/** A room somebody asked for, and what must have become of it. */
export interface Story {
  readonly title: string;
  readonly plot: Plot;
  readonly host: string;
  readonly channel: string;
  readonly sessions: string[];
  /** Told to the end. */
  finished: boolean;
}

export interface Stories {
  readonly told: readonly Story[];
  /** Begins the next one; resolves when it is over, rejects when what must happen does not. */
  tellNext(): Promise<void>;
}

/** Until a person tries again what Slack told them had failed. */
const AGAIN_MS = 600;

/** People at work: they type, press, meet and leave, and try again when Slack tells them that something went wrong. */
export function createStories({ slack, meetings, ...world }: World, ledger: Ledger): Stories {
  const told: Story[] = [];
  const { workspace } = slack;

  const insist = async (act: () => Promise<{ readonly ok: boolean }>): Promise<void> => {
    while (!(await act()).ok) await delay(AGAIN_MS);
  };
  const press = (user: string, message: Posted, action: string) =>
    insist(() => workspace.action({ user, channel: message.channel, message_ts: message.ts, action }));
  const roomsOf = (title: string) => ledger.rooms.filter((room) => room.title === title);

  const privately = ({ host, title }: Story, action: string) =>
    workspace.ephemerals(host).find((message) => hasButton(message, { action, title }));
  /** A button that is gone has done its work already. */
  const pressPrivately = ({ host, channel }: Story, message: Shown, action: string) => {
    const click = { user: host, channel, message_ts: String(message['ts']), action };
    return insist(() => workspace.action(click).catch(() => ({ ok: true })));
  };

  async function meet({ sessions }: Story, { roomId }: MadeRoom): Promise<string> {
    const { sessionId, participantId } = meetings.control.join(roomId, { name: 'Ada', host: true });
    sessions.push(sessionId);
    meetings.control.leave(sessionId, participantId);
    return until(`the recording of ${sessionId}`, () => ledger.recordings.get(sessionId)?.recordingId);
  }

  async function ask(story: Story): Promise<MadeRoom> {
    const { host, channel, title, plot } = story;
    const command = { user: host, channel, text: title, command: '/meet' };
    await insist(() => workspace.command(command));
    const first = await until(`the room ${title}`, () => roomsOf(title)[0] ?? retry(story));
    if (plot !== 'twin') return first;
    await until(`the card of ${title}`, () => ledger.postOf(`room:${first.roomKey} card`));
    await insist(() => workspace.command(command));
    const offer = await until(`the offer of ${title}`, () => privately(story, 'room.make-another'));
    await pressPrivately(story, offer, 'room.make-another');
    return until(`another ${title}`, () => roomsOf(title)[1] ?? retry(story));
  }

  /** Whoever is told that there is no room tries again. */
  async function retry(story: Story): Promise<undefined> {
    const refusal = privately(story, 'room.retry');
    if (refusal !== undefined) await pressPrivately(story, refusal, 'room.retry');
  }

  async function tell(story: Story): Promise<void> {
    const { host, plot, title } = story;
    const room = await ask(story);
    const card = await until(`the card of ${title}`, () => ledger.postOf(`room:${room.roomKey} card`));
    await press(host, card, 'room.join');
    const recordingId = await meet(story, room);
    const ready = await until(`"ready" of ${title}`, () => ledger.postOf(`recording:${recordingId} ready`));
    if (plot !== 'direct')
      await press(world.people.find((id) => id !== host) ?? host, ready, 'recording.get-link');
    if (plot === 'deleted') await press(host, ready, 'recording.delete');
    if (plot === 'closed') meetings.control.closeRoom(room.roomId);
    story.finished = true;
  }

  return {
    told,
    async tellNext() {
      const n = told.length;
      const plot = PLOTS[n % PLOTS.length] ?? 'closed';
      const who = n % world.people.length;
      const place = plot === 'direct' ? world.directs[who] : world.channels[n % world.channels.length];
      const story = {
        title: `Story ${n} ${plot}`,
        plot,
        host: world.people[who] ?? '',
        channel: place ?? '',
        sessions: [],
        finished: false,
      };
      told.push(story);
      await tell(story);
    },
  };
}

type Shown = Readonly<Record<string, unknown>>;

function hasButton(
  message: Shown,
  { action, title }: { readonly action: string; readonly title: string },
): boolean {
  const said = JSON.stringify(message);
  return said.includes(`"${action}"`) && said.includes(`*${title}*`);
}
