import { expect, test } from 'vitest';
import type { MeetingEvent } from '../../src/domain/meeting-event.ts';
import { DEFAULT_CONVENIENCE, type Notify } from '../../src/domain/settings.ts';
import { announceRecording } from '../../src/usecases/announce-recording.ts';
import { announceRoom } from '../../src/usecases/announce-room.ts';
import { applyMeetingEvent } from '../../src/usecases/apply-meeting-event.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import type { JobPayloads } from '../../src/usecases/job-payloads.ts';
import { LIFECYCLE, MEETING, PROVIDER_ROOM_ID } from '../support/lifecycle.ts';
import { memoryStorage } from '../support/memory-storage.ts';
import { PROVIDER, sampleRoom } from '../support/sample-rows.ts';

const SESSIONS = 20;
const RECORDINGS = 3;

const room = sampleRoom({
  state: 'open',
  postChannelId: 'C1',
  providerRoomId: PROVIDER_ROOM_ID,
  joinUrl: 'https://meet.test/1',
});

/** Everything one room's channel gets: how many messages stand in it, and how many are replies. */
async function messagesIn(notify: Notify) {
  const storage = memoryStorage({ ...DEFAULT_CONVENIENCE, notify });
  const threads: (string | null)[] = [];
  const messages: Deps['messages'] = {
    async post({ channelId, threadTs }, _message, record) {
      await storage.transaction(record.begin);
      const messageTs = String(threads.push(threadTs));
      await storage.transaction((tables) => record.sent(tables, { channelId, messageTs }));
    },
    update: async () => undefined,
    permalink: async () => 'https://slack.test/1',
  };
  const meetings = {
    storage: { keptDays: 30 },
    getRecording: async (recordingId: string) => ({
      ...MEETING,
      recordingId,
      sessionId: recordingId.replace(/ .*/, ''),
      uploaded: true,
      url: null,
      urlExpiresAt: null,
    }),
  };
  // Nothing else is asked for on the way from a callback to its message.
  const clock = { now: () => MEETING.endedAt };
  const deps = { storage, messages, meetingsOf: () => meetings, clock } as unknown as Deps;

  await storage.transaction(({ rooms }) => rooms.insert(room, 0));
  await announceRoom(deps, { roomKey: room.roomKey });
  for (const event of everyEvent()) {
    const delivery = { event, provider: PROVIDER, room, now: MEETING.endedAt };
    await storage.transaction((tables) => applyMeetingEvent(tables, delivery));
    for (const { name, payload } of storage.takeJobs()) {
      if (name === 'announce-recording') await announceRecording(deps, payload as JobPayloads[typeof name]);
    }
  }
  const replies = threads.filter((threadTs) => threadTs !== null).length;
  return { inChannel: threads.length - replies, replies };
}

function everyEvent(): MeetingEvent[] {
  const sessions = Array.from({ length: SESSIONS }, (_, n) => `session-${n}`);
  return sessions.flatMap((sessionId) =>
    LIFECYCLE.flatMap<MeetingEvent>((event) => {
      if (!('recordingId' in event)) return event.kind === 'room-expired' ? [] : [{ ...event, sessionId }];
      return Array.from({ length: RECORDINGS }, (_, n) => ({
        ...event,
        sessionId,
        recordingId: `${sessionId} ${n}`,
      }));
    }),
  );
}

// 20 sessions of 3 recordings each: 60 recordings, and one card.
test.each<[Notify, { inChannel: number; replies: number }]>([
  ['messages', { inChannel: 1 + 3 * 60, replies: 0 }],
  ['thread', { inChannel: 1 + 60, replies: 2 * 60 }],
  ['quiet', { inChannel: 1 + 60, replies: 0 }],
])('%s: %o', async (notify, expected) => {
  expect(await messagesIn(notify)).toEqual(expected);
});
