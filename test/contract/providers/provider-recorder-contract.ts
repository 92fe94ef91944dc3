import { expect, test } from 'vitest';
import type { OpenProvider } from '../../support/open-provider.ts';

/** Of a provider that starts and stops recording for people. */
export function providerRecorderContract(open: OpenProvider): void {
  /** A room where recording is offered, and its session while its host is in. */
  async function openSession() {
    const provider = await open();
    const { recorder } = provider.meetings;
    if (recorder === undefined) throw new Error('It records for nobody');
    const room = await provider.meetings.createRoom(provider.order({ recording: 'offered' }));
    const host = await provider.join(room, { name: 'Ada', host: true });
    const { sessionId } = await provider.happened('participant-joined');
    return { ...provider, recorder, host, sessionId };
  }

  test('started and stopped: told as any recording is, and the video is there', async () => {
    const { recorder, sessionId, happened, meetings } = await openSession();

    expect(await recorder.start(sessionId)).toBe('started');
    const { recordingId } = await happened('recording-started');
    expect(await recorder.start(sessionId)).toBe('already-on');
    await recorder.stop(recordingId);
    await happened('recording-uploaded');

    await recorder.stop(recordingId);
    expect(await meetings.getRecording(recordingId)).toMatchObject({ sessionId, uploaded: true });
  });

  test('not started: nothing is recorded', async () => {
    const { host, sessionId, happened, meetings } = await openSession();
    await host.leave();
    await happened('session-ended');

    expect(await meetings.listSessionRecordings(sessionId)).toEqual([]);
  });

  test('once nobody is in any more: is not started', async () => {
    const { recorder, host, sessionId, happened } = await openSession();
    await host.leave();
    await happened('session-ended');

    expect(await recorder.start(sessionId)).toBe('nobody-in');
  });
}
