import type { DoorView } from './door.ts';
import { say } from './words/say.ts';

/** Whether the room is being recorded right now. */
export function RecordingLight({
  isOn,
  rule,
}: {
  readonly isOn: boolean;
  readonly rule: DoorView['recording'];
}) {
  const off = rule === 'none' ? 'recording.none' : 'recording.off';
  return (
    <p className="recording-light" data-on={isOn}>
      <span className="dot" aria-hidden="true" />
      {say(isOn ? 'recording.on' : off)}
    </p>
  );
}
