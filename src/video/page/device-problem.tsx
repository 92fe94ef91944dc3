import type { Devices } from './video-client.ts';
import { say } from './words/say.ts';

/** What is wrong with camera and microphone, and the way to look again. */
export function DeviceProblem({
  devices,
  onCheck,
}: {
  readonly devices: Devices | undefined;
  onCheck(): void;
}) {
  const { camera = 'ready', microphone = 'ready' } = devices ?? {};
  const hasProblem = camera !== 'ready' || microphone !== 'ready';
  return (
    <div className="device-problem" role="status">
      {camera !== 'ready' && <p>{say(`camera.${camera}`)}</p>}
      {microphone !== 'ready' && <p>{say(`microphone.${microphone}`)}</p>}
      {hasProblem && (
        <button type="button" onClick={onCheck}>
          {say('check-again')}
        </button>
      )}
    </div>
  );
}
