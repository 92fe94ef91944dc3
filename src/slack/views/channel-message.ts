import type { ChannelMessage } from '../../domain/channel-message.ts';
import { textsFor } from '../../locales/texts.ts';
import { policyChanged } from './policy-changed.ts';
import { recordingEnded } from './recording-ended.ts';
import { recordingFailed } from './recording-failed.ts';
import { recordingReady } from './recording-ready.ts';
import { recordingRemoved } from './recording-removed.ts';
import { recordingShared } from './recording-shared.ts';
import { recordingStarted } from './recording-started.ts';
import { reminder } from './reminder.ts';
import type { Rendered } from './rendered.ts';
import { roomCard } from './room-card.ts';

/** A channel message in Slack's shape. The same data and locale always give the same message. */
export function renderMessage(message: ChannelMessage, locale: string): Rendered {
  const texts = textsFor(locale);
  switch (message.kind) {
    case 'room-card':
      return roomCard(message, texts);
    case 'recording-started':
      return recordingStarted(message, texts);
    case 'recording-ended':
      return recordingEnded(message, texts);
    case 'recording-ready':
      return recordingReady(message, texts);
    case 'recording-failed':
      return recordingFailed(message, texts);
    case 'recording-shared':
      return recordingShared(message, texts);
    case 'policy-changed':
      return policyChanged(message, texts);
    case 'recording-deleted':
    case 'recording-gone':
      return recordingRemoved(message, texts);
    case 'reminder':
      return reminder(message, texts);
  }
}
