import type { Position } from '../../domain/recording-row.ts';
import type { Texts } from '../../locales/texts.ts';
import { LIMITS } from './limits.ts';
import { plain } from './plain-text.ts';

/*
 * What screen readers say instead of a button's own text, where the same button stands under many messages. Each begins
 * with the button's text, so that it is found by what is seen.
 */

/** "Join: Design review". */
export function roomLabel(button: string, title: string, texts: Texts): string {
  return fitting(title, (short) => texts.say('label.room', { button, title: short }));
}

/** Which recording a button is about. */
export interface RecordingName {
  readonly title: string;
  readonly startedAt: number;
  readonly position: Position;
  readonly timeZone: string;
}

/** "Get link: Design review, 22 Nov 2026, 14:02 CET, 2 of 3". */
export function recordingLabel(button: string, recording: RecordingName, texts: Texts): string {
  const moment = texts.moment(recording.startedAt, recording.timeZone);
  const { index, of } = recording.position ?? { index: 1, of: 1 };
  return fitting(recording.title, (title) =>
    texts.say('label.recording', { button, title, moment, index, of }),
  );
}

/** The label with as much of the title as there is room for. */
function fitting(title: string, label: (title: string) => string): string {
  return label(plain(title, LIMITS.accessibilityLabel - label('').length));
}
