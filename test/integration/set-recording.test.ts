import { expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { ChannelMessage } from '../../src/domain/channel-message.ts';
import { createLog } from '../../src/log.ts';
import { announceRoom } from '../../src/usecases/announce-room.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import type { Recorder } from '../../src/usecases/ports/meetings.ts';
import { setRecording } from '../../src/usecases/set-recording.ts';
import { openSqliteStore } from '../support/open-sqlite-store.ts';
import { PROVIDER, START, sampleRecording, sampleRoom } from '../support/sample-rows.ts';

const joinUrl = 'https://meet.test/1';
const room = sampleRoom({ state: 'open', recording: 'offered', joinUrl, postChannelId: 'C1' });
const ada = { participantId: 'p1', name: 'Ada', isHost: true };

/** The host's room, in which somebody is, with a provider that records for people, and a Slack that takes everything. */
async function openWorld({ records = true } = {}) {
  const { storage, now } = await openSqliteStore();
  await storage.transaction(async ({ rooms, sessions }) => {
    await rooms.insert(room, 0);
    const seen = { provider: PROVIDER, sessionId: 's1', providerRoomId: null, roomKey: room.roomKey };
    await sessions.touch({ ...seen, startedAt: START }, START);
    await sessions.setParticipants('s1', [ada], null);
  });
  const asked: string[] = [];
  const told: Answer[] = [];
  const posted: ChannelMessage[] = [];
  const recorder: Recorder = {
    async start(sessionId) {
      asked.push(`start ${sessionId}`);
      return 'started';
    },
    stop: async (recordingId) => void asked.push(`stop ${recordingId}`),
  };
  const messages: Partial<Deps['messages']> = {
    async post({ channelId }, message, record) {
      await storage.transaction(record.begin);
      const messageTs = String(posted.push(message));
      await storage.transaction((tables) => record.sent(tables, { channelId, messageTs }));
    },
  };
  const deps = {
    ...{ storage, messages, clock: { now }, log: createLog('silent') },
    meetingsOf: () => (records ? { recorder } : {}),
    answers: { send: async (_to: unknown, answer: Answer) => void told.push(answer) },
    workspace: { profile: async (teamId: string, userId: string) => ({ teamId, userId, locale: 'en-US' }) },
    // Nothing else is asked for by a card and its buttons.
  } as unknown as Deps;
  return {
    storage,
    asked,
    async pressed(wanted: 'on' | 'off', { userId = 'U1', pressedAt = now() } = {}) {
      const of = { teamId: 'T1', userId, channelId: 'C1', responseUrl: 'https://hooks.test/1' };
      const reply = { ...of, replaces: false, requestKey: `press-${told.length}` };
      await setRecording(deps, { roomKey: room.roomKey, wanted, pressedAt, reply });
      const last = told.at(-1);
      return last?.kind === 'recording-set' ? last.outcome : last?.kind;
    },
    async card() {
      await announceRoom(deps, { roomKey: room.roomKey });
      return posted.at(-1);
    },
  };
}

test('pressed by the host: recording of the session starts, and stops', async () => {
  const { pressed, asked, storage } = await openWorld();

  expect(await pressed('off')).toBe('already-off');
  expect(await pressed('on')).toBe('starting');
  await storage.transaction(({ recordings }) =>
    recordings.insert(sampleRecording({ recordingId: 'r1', sessionId: 's1' })),
  );
  expect(await pressed('on')).toBe('already-on');
  expect(await pressed('off')).toBe('stopping');

  expect(asked).toEqual(['start s1', 'stop r1']);
});

test('a press that runs again after the next one: what it asked for has been, and is not done again', async () => {
  const { pressed, asked, storage } = await openWorld();
  const heard = (recordingId: string, createdAt: number) =>
    storage.transaction(({ recordings }) =>
      recordings.insert(sampleRecording({ recordingId, sessionId: 's1', createdAt })),
    );
  await heard('r1', START + 1_000);
  await storage.transaction(async ({ recordings }) => {
    const [recording = sampleRecording()] = await recordings.ofSession('s1');
    await recordings.advance(recording, { state: 'ended' });
  });
  expect(await pressed('on', { pressedAt: START })).toBe('already-off');

  await heard('r2', START + 3_000);
  expect(await pressed('off', { pressedAt: START + 2_000 })).toBe('stopping');

  expect(asked).toEqual([]);
});

test('Start pressed twice, carried out the second time after Stop: nothing is recorded anew', async () => {
  const { pressed, asked, storage } = await openWorld();
  const [heardAt, pressedAgainAt, stoppedAt] = [START + 500, START + 1_000, START + 9_000];
  await storage.transaction(async ({ recordings }) => {
    const recording = sampleRecording({ sessionId: 's1', createdAt: heardAt });
    await recordings.insert(recording);
    await recordings.advance(recording, { state: 'ended', endedAt: stoppedAt });
  });

  expect(await pressed('on', { pressedAt: pressedAgainAt })).toBe('already-off');
  expect(asked).toEqual([]);

  expect(await pressed('on', { pressedAt: stoppedAt + 5_000 })).toBe('starting');
  expect(asked).toEqual(['start s1']);
});

test('pressed by anybody else: they hear whose it is to do, and nothing is recorded', async () => {
  const { pressed, asked } = await openWorld();

  expect(await pressed('on', { userId: 'U2' })).toBe('set-recording-refused');
  expect(asked).toEqual([]);
});

test('pressed when nobody is in any more: there is nothing to record', async () => {
  const { pressed, asked, storage } = await openWorld();
  await storage.transaction(({ sessions }) => sessions.setParticipants('s1', [], START));

  expect(await pressed('on')).toBe('nobody-in');
  expect(asked).toEqual([]);
});

test('a card: has them where the provider records for people', async () => {
  expect(await (await openWorld()).card()).toMatchObject({ kind: 'room-card', hostRecords: true });
  expect(await (await openWorld({ records: false })).card()).not.toHaveProperty('hostRecords');
});
