import type { RecordingRule, ReplayView, RoomView } from '../../meetings/room-protocol.ts';

/** What everybody must know before joining. */
export function consentWords({ mode, hostOnly }: RecordingRule): string {
  if (mode === 'off') return 'Recording is switched off in this room.';
  if (mode === 'manual') {
    const what = hostOnly ? ' Only the host and shared screens are recorded.' : '';
    return `People in the room can start and stop recording.${what} You see when it runs.`;
  }
  return hostOnly
    ? 'This meeting is recorded automatically, and that can’t be stopped. Only the host and shared screens are recorded.'
    : 'This meeting is recorded automatically, and that can’t be stopped. Everyone who joins is recorded.';
}

/** Whether the room is being recorded right now. */
export function recordingWords({ recording, recordingId }: RoomView): string {
  if (recordingId !== null) return recording.hostOnly ? 'Recording the host' : 'Recording';
  if (recording.mode === 'automatic' && recording.hostOnly) return 'Not recording: the host is not here';
  return recording.mode === 'off' ? 'Recording is off' : 'Not recording';
}

/** What becomes of the recording after one has left. */
export const replayWords: Readonly<Record<ReplayView['state'], string>> = {
  'in-session': 'Others are still in the room. The recording can be watched here once everybody has left.',
  uploading: 'The recording is being uploaded. It can be watched here in a moment.',
  ready: 'The recording is ready.',
  none: 'Nothing was recorded.',
};

/** Why the camera is not used; whoever reads it joins with a drawn picture. */
export function cameraProblem(error: unknown): string {
  const wasRefused = error instanceof DOMException && error.name === 'NotAllowedError';
  return wasRefused
    ? 'The browser was not allowed to use the camera. You join with a drawn picture.'
    : 'No camera could be opened. You join with a drawn picture.';
}
