import { z } from 'zod';
import type { TrafficEntry, ViewDelivery } from '../protocol.ts';
import type { Traffic } from '../traffic.ts';
import type { Message } from './message.ts';
import { unescapeText } from './slack-text.ts';
import type { WorkspaceState } from './workspace-state.ts';

const callbackSchema = z.object({ event: z.string(), recording_id: z.string() });
const metadataSchema = z.object({
  event_type: z.literal('roomtone_recording'),
  event_payload: z.object({ stage: z.enum(['started', 'ended', 'ready']), recording_id: z.string() }),
});

const EVENT_OF_STAGE = {
  started: 'recording:started',
  ended: 'recording:ended',
  ready: 'recording:uploaded',
} as const;

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
    return [...this.#received].map(([key, delivery]) => {
      const posts = messages.filter((message) => keyOfMessage(message) === key);
      return { ...delivery, title: titleIn(posts) ?? delivery.recordingId.slice(0, 8), posted: posts.length };
    });
  }

  #count(recent: readonly TrafficEntry[]): void {
    for (const entry of recent.filter(({ id }) => id > this.#lastSeen)) {
      this.#lastSeen = entry.id;
      const callback = callbackSchema.safeParse(entry.body);
      if (entry.kind !== 'callback' || !callback.success) continue;
      const { event, recording_id: recordingId } = callback.data;
      const key = `${event} ${recordingId}`;
      const received = (this.#received.get(key)?.received ?? 0) + 1;
      this.#received.set(key, { event, recordingId, received });
    }
  }
}

function keyOfMessage({ metadata }: Message): string | undefined {
  const parsed = metadataSchema.safeParse(metadata);
  if (!parsed.success) return undefined;
  const { stage, recording_id: recordingId } = parsed.data.event_payload;
  return `${EVENT_OF_STAGE[stage]} ${recordingId}`;
}

/** Callbacks carry no title; the messages have it in bold. */
function titleIn(posts: readonly Message[]): string | undefined {
  const title = posts.map(({ text }) => /\*([^*]+)\*/.exec(text)?.[1]).find((bold) => bold !== undefined);
  return title === undefined ? undefined : unescapeText(title);
}
