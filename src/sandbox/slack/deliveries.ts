import { z } from 'zod';
import type { TrafficEntry, ViewDelivery } from '../protocol.ts';
import type { Traffic } from '../traffic.ts';
import type { Message } from './message.ts';
import { unescapeText } from './slack-text.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** A recording's callback, from the Meetings server or, of an archive, from the Video API. */
const callbackSchema = z.union([
  z.object({ recording_id: z.string() }).transform(({ recording_id }) => recording_id),
  z.object({ id: z.string(), status: z.string() }).transform(({ id }) => id),
]);
const metadataSchema = z.object({
  event_type: z.literal('roomtone_recording'),
  event_payload: z.object({ stage: z.enum(['started', 'ended', 'ready']), recording_id: z.string() }),
});

type Stage = z.infer<typeof metadataSchema>['event_payload']['stage'];

/** What the messages are told by, as it is called behind the scenes. */
const STAGES: Readonly<Record<string, Stage>> = {
  'recording:started': 'started',
  'recording:ended': 'ended',
  'recording:uploaded': 'ready',
  'archive started': 'started',
  'archive stopped': 'ended',
  'archive available': 'ready',
  'archive uploaded': 'ready',
};

/** Counts how often each recording callback came and how many messages speak of it. */
export class Deliveries {
  readonly #workspace: WorkspaceState;
  readonly #received = new Map<string, Omit<ViewDelivery, 'posted' | 'title'>>();
  #lastSeen = 0;

  constructor(workspace: WorkspaceState, traffic: Traffic) {
    this.#workspace = workspace;
    traffic.onChange(() => this.#count(traffic.recent()));
  }

  /** In the order in which the callbacks first came. */
  list(): readonly ViewDelivery[] {
    const messages = this.#workspace.messages();
    return [...this.#received.values()].map((delivery) => {
      const posts = messages.filter((message) => isAbout(message, delivery));
      return { ...delivery, title: titleIn(posts) ?? delivery.recordingId.slice(0, 8), posted: posts.length };
    });
  }

  #count(recent: readonly TrafficEntry[]): void {
    for (const entry of recent.filter(({ id }) => id > this.#lastSeen)) {
      this.#lastSeen = entry.id;
      const callback = callbackSchema.safeParse(entry.body);
      if (entry.kind !== 'callback' || !callback.success) continue;
      const [event, recordingId] = [entry.title, callback.data];
      const key = `${event} ${recordingId}`;
      const received = (this.#received.get(key)?.received ?? 0) + 1;
      this.#received.set(key, { event, recordingId, received });
    }
  }
}

function isAbout(
  { metadata }: Message,
  { event, recordingId }: Pick<ViewDelivery, 'event' | 'recordingId'>,
): boolean {
  const { data } = metadataSchema.safeParse(metadata);
  return data?.event_payload.recording_id === recordingId && data.event_payload.stage === STAGES[event];
}

/** Callbacks carry no title; the messages have it in bold. */
function titleIn(posts: readonly Message[]): string | undefined {
  const title = posts.map(({ text }) => /\*([^*]+)\*/.exec(text)?.[1]).find((bold) => bold !== undefined);
  return title === undefined ? undefined : unescapeText(title);
}
