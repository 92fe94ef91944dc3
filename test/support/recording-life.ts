import type { ChannelMessage } from '../../src/domain/channel-message.ts';
import type { MeetingEvent } from '../../src/domain/meeting-event.ts';
import { createLog } from '../../src/log.ts';
import { announceRecording } from '../../src/usecases/announce-recording.ts';
import { applyMeetingEvent } from '../../src/usecases/apply-meeting-event.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import type { JobPayloads } from '../../src/usecases/job-payloads.ts';
import type { JobRequest } from '../../src/usecases/ports/jobs.ts';
import type { MeetingRecording, Meetings } from '../../src/usecases/ports/meetings.ts';
import type { PostedMessage } from '../../src/usecases/ports/posts.ts';
import { reconcileSession } from '../../src/usecases/reconcile-session.ts';
import { sweep } from '../../src/usecases/sweep.ts';
import { MEETING, PROVIDER_ROOM_ID } from './lifecycle.ts';
import { type MemoryStorage, memoryStorage } from './memory-storage.ts';
import { PROVIDER, sampleRoom } from './sample-rows.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Minutes, then days: past every look at the provider, and past a session's end by the clock. */
const SWEEPS_MS = [3, 12, 15, 18]
  .map((n) => n * MINUTE_MS)
  .concat([1, 1.1, 2, 3, 4, 5].map((n) => n * DAY_MS));

const room = sampleRoom({
  state: 'open',
  postChannelId: 'C1',
  providerRoomId: PROVIDER_ROOM_ID,
  joinUrl: 'https://meet.test/1',
});
const silent = createLog('silent');
const READY: MeetingRecording = {
  ...MEETING,
  uploaded: true,
  url: null,
  urlExpiresAt: null,
};

export interface Telling {
  readonly event: MeetingEvent;
  /** To the room's own address, or to the application's. */
  readonly to: 'room' | 'application';
}

/**
 * The recording messages that stand in the channel, oldest first, after those callbacks came a minute apart and all the
 * days have passed in which anything happens by itself. `atOnce`: no job runs before all callbacks have come.
 * `atProvider`: how the recording stands there, ready by default.
 */
export async function lifeOf(
  tellings: readonly Telling[],
  atOnce: boolean,
  atProvider: MeetingRecording = READY,
): Promise<readonly ChannelMessage[]> {
  const storage = memoryStorage();
  await storage.transaction(({ rooms }) => rooms.insert(room, 0));
  const clock = { time: MEETING.endedAt };
  const channel: ChannelMessage[] = [];
  const deps = makeDeps({ storage, clock, channel, atProvider });

  for (const { event, to } of tellings) {
    clock.time += MINUTE_MS;
    const delivery = { event, provider: PROVIDER, room: to === 'room' ? room : undefined, now: clock.time };
    await storage.transaction((tables) => applyMeetingEvent(tables, delivery));
    if (!atOnce) await runJobs(deps, storage);
  }
  const toldAt = clock.time;
  for (const after of SWEEPS_MS) {
    clock.time = toldAt + after;
    await sweep(deps);
    await runJobs(deps, storage);
  }
  return channel;
}

async function runJobs(deps: Deps, storage: MemoryStorage): Promise<void> {
  for (let jobs = storage.takeJobs(); jobs.length > 0; jobs = storage.takeJobs()) {
    for (const job of jobs) await runJob(deps, job);
  }
}

async function runJob(deps: Deps, { name, payload }: JobRequest): Promise<void> {
  if (name === 'announce-recording') await announceRecording(deps, payload as JobPayloads[typeof name]);
  if (name === 'reconcile-session') await reconcileSession(deps, payload as JobPayloads[typeof name]);
}

interface World {
  readonly storage: MemoryStorage;
  readonly clock: { readonly time: number };
  readonly channel: ChannelMessage[];
  readonly atProvider: MeetingRecording;
}

/** A Slack that takes every message, and a provider that has that recording. */
function makeDeps({ storage, clock, channel, atProvider }: World): Deps {
  const messages: Deps['messages'] = {
    async post({ channelId }, message, record) {
      await storage.transaction(record.begin);
      const posted: PostedMessage = { channelId, messageTs: String(channel.push(message) - 1) };
      await storage.transaction((tables) => record.sent(tables, posted));
    },
    async update({ messageTs }, message, record) {
      await storage.transaction(record.begin);
      channel.splice(Number(messageTs), 1, message);
      await storage.transaction(record.taken);
    },
    permalink: async (_teamId, { messageTs }) => `https://slack.test/${messageTs}`,
  };
  const meetings = {
    storage: { place: '', encryption: '', according: '', keptDays: 30 },
    sessionEndsAfterMs: 600_000,
    getRecording: async () => atProvider,
    listSessionRecordings: async () => [atProvider],
  } satisfies Partial<Meetings>;
  const providers = { providers: [PROVIDER], meetingsOf: () => meetings };
  const asked = { storage, messages, ...providers, clock: { now: () => clock.time }, log: silent };
  // Nothing else is asked for in the life of a recording.
  return asked as unknown as Deps;
}
