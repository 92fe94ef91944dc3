import type { Room } from './model.ts';
import type { RecordingRule } from './room-protocol.ts';

/** How a room records: automatically, or by hand where its recording button is available. */
export function recordingRule(room: Room): RecordingRule {
  const { recording_options: options, available_features: features } = room.details;
  const manual = features['is_recording_available'] ? 'manual' : 'off';
  return { mode: options.auto_record ? 'automatic' : manual, hostOnly: options.record_only_owner };
}
