import { expect, test } from 'vitest';
import { NotFoundError } from '../../../src/errors.ts';
import type { OpenedProvider, OpenProvider } from '../../support/open-provider.ts';

const DAY_MS = 86_400_000;
const NOBODYS_RECORDING = '00000000-0000-4000-8000-000000000000';

/** The host comes and goes in a room that records itself. */
async function recordOnce({ meetings, order, join }: OpenedProvider): Promise<void> {
  const room = await meetings.createRoom(order({ recording: 'automatic' }));
  await (await join(room, { name: 'Ada', host: true })).leave();
}

export function providerRecordingsContract(open: OpenProvider): void {
  test('of a session: told when it starts, ends and is there; then it can be listed and read', async () => {
    const provider = await open();
    await recordOnce(provider);
    const { happened, meetings } = provider;
    const started = await happened('recording-started');
    const ended = await happened('recording-ended');
    const { recordingId, sessionId } = await happened('recording-uploaded');
    const session = await happened('session-started');

    expect([started.recordingId, ended.recordingId]).toEqual([recordingId, recordingId]);
    expect([started.sessionId, ended.sessionId, session.sessionId]).toEqual([
      sessionId,
      sessionId,
      sessionId,
    ]);
    const read = await meetings.getRecording(recordingId);
    expect(read).toMatchObject({ recordingId, sessionId, uploaded: true });
    expect(read.failure).toBeUndefined();
    expect(read.startedAt).toBeLessThanOrEqual(Number(read.endedAt));
    const { url: _minted, urlExpiresAt: _until, ...lasting } = read;
    expect(await meetings.listSessionRecordings(sessionId)).toEqual([expect.objectContaining(lasting)]);
  });

  test('its link: leads to the video, and stops working some time soon', async () => {
    const provider = await open();
    await recordOnce(provider);
    const { recordingId } = await provider.happened('recording-uploaded');

    const { url, urlExpiresAt } = await provider.meetings.getRecording(recordingId);

    const video = await fetch(String(url));
    await video.body?.cancel();
    expect(video.status).toBe(200);
    if (urlExpiresAt !== null) {
      expect(urlExpiresAt).toBeGreaterThan(provider.now());
      expect(urlExpiresAt).toBeLessThan(provider.now() + DAY_MS);
    }
  });

  test('deleted: is gone; a second time: was gone', async () => {
    const provider = await open();
    await recordOnce(provider);
    const { recordingId, sessionId } = await provider.happened('recording-uploaded');
    const { meetings } = provider;

    expect(await meetings.deleteRecording(recordingId)).toBe('deleted');

    await expect(meetings.getRecording(recordingId)).rejects.toBeInstanceOf(NotFoundError);
    expect(await meetings.deleteRecording(recordingId)).toBe('gone');
    expect(await meetings.listSessionRecordings(sessionId)).toEqual([]);
  });

  test('not there yet: can be read, but neither opened nor deleted', async () => {
    const provider = await open({ uploadDelayMs: 60_000 });
    await recordOnce(provider);
    const { recordingId } = await provider.happened('recording-ended');
    const { meetings } = provider;

    expect(await meetings.getRecording(recordingId)).toMatchObject({ uploaded: false, url: null });
    expect(await meetings.deleteRecording(recordingId)).toBe('too-early');
  });

  test('where nothing is recorded: none', async () => {
    const { meetings, order, join, happened, told } = await open();
    const room = await meetings.createRoom(order({ recording: 'off' }));
    await (await join(room, { name: 'Ada', host: true })).leave();
    const { sessionId } = await happened('session-ended');

    expect(await meetings.listSessionRecordings(sessionId)).toEqual([]);
    expect(told.filter(({ kind }) => kind.startsWith('recording'))).toEqual([]);
  });

  test('never made: neither read nor deleted, and an unknown session has none', async () => {
    const { meetings } = await open();

    await expect(meetings.getRecording(NOBODYS_RECORDING)).rejects.toBeInstanceOf(NotFoundError);
    expect(await meetings.deleteRecording(NOBODYS_RECORDING)).toBe('gone');
    expect(await meetings.listSessionRecordings('2_MX4wMDAwMDAwMC')).toEqual([]);
  });

  test('kept for as long as it says, and no longer', async () => {
    const provider = await open();
    await recordOnce(provider);
    const { recordingId } = await provider.happened('recording-uploaded');
    const { meetings, advance } = provider;
    const keptMs = meetings.storage.keptDays * DAY_MS;

    advance(keptMs - 60_000);
    expect(await meetings.getRecording(recordingId)).toMatchObject({ uploaded: true });

    advance(2 * 60_000);
    await expect(meetings.getRecording(recordingId)).rejects.toBeInstanceOf(NotFoundError);
  });
}
