import type { Choice } from './use-devices.ts';
import type { Devices } from './video-client.ts';
import { say } from './words/say.ts';

/** Switches camera or microphone on and off; a device that is not there stays off. */
export function DeviceSwitch({
  device,
  devices,
  choice,
  choose,
}: {
  readonly device: keyof Choice;
  readonly devices: Devices | undefined;
  readonly choice: Choice;
  choose(choice: Choice): void;
}) {
  const isMissing = devices !== undefined && devices[device] !== 'ready';
  return (
    <label className="switch">
      <input
        type="checkbox"
        checked={choice[device] && !isMissing}
        disabled={isMissing}
        onChange={(event) => choose({ ...choice, [device]: event.target.checked })}
      />
      {say(`device.${device}`)}
    </label>
  );
}
