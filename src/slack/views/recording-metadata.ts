import type { MessageMetadata } from '@slack/types';
import type { Stage } from '../../domain/recording.ts';
import { RECORDING_METADATA } from '../ids.ts';

/** Tells other programs which recording a message is about, and which of its messages this is. */
export function recordingMetadata(stage: Stage, recordingId: string): MessageMetadata {
  return { event_type: RECORDING_METADATA, event_payload: { stage, recording_id: recordingId } };
}
