import type { Button, ConfirmationDialog } from '@slack/types';
import type { Policy } from '../../domain/policy.ts';
import type { Texts } from '../../locales/texts.ts';
import { encodeRecordingValue } from '../button-values.ts';
import { ACTIONS } from '../ids.ts';
import { button } from './blocks.ts';
import { type RecordingName, recordingLabel } from './labels.ts';
import { lengthOf } from './length.ts';
import { LIMITS } from './limits.ts';
import { plain } from './plain-text.ts';
import { selector } from './selector.ts';

interface NamedRecording extends RecordingName {
  readonly recordingId: string;
}

interface DeletableRecording extends NamedRecording {
  readonly hostName: string;
  readonly lengthSeconds: number | null;
  readonly whoDeletes: Policy['deleteRecordings'];
}

/** Asks for a link, minted at the click. */
export function getLinkButton(recording: NamedRecording, texts: Texts): Button {
  const label = texts.say('button.get-link');
  return button(ACTIONS.getLink, label, {
    value: encodeRecordingValue(recording),
    accessibility_label: recordingLabel(label, recording, texts),
  });
}

/** Deletes after a question; whether the person may is decided at the click. */
export function deleteButton(
  recording: DeletableRecording,
  texts: Texts,
  label = texts.say('button.delete'),
): Button {
  return button(ACTIONS.deleteRecording, label, {
    value: encodeRecordingValue(recording),
    style: 'danger',
    confirm: deleteDialog(recording, texts),
    accessibility_label: recordingLabel(label, recording, texts),
  });
}

/** Shows the row to the channel the list is read in. */
export function shareButton(recording: NamedRecording, texts: Texts): Button {
  const label = texts.say('button.share');
  return button(ACTIONS.shareRecording, label, {
    value: encodeRecordingValue(recording),
    accessibility_label: recordingLabel(label, recording, texts),
  });
}

/** Plain text: it can neither mention people nor show a time in the reader's own zone, so it has none. */
function deleteDialog(recording: DeletableRecording, texts: Texts): ConfirmationDialog {
  const what = texts.say('delete.what', {
    title: plain(recording.title, LIMITS.titleInShort),
    day: texts.day(recording.startedAt, recording.timeZone),
    length: lengthOf(recording, texts),
    host: plain(recording.hostName, LIMITS.name),
    who: selector(recording.whoDeletes),
  });
  return {
    title: { type: 'plain_text', text: texts.say('delete.question') },
    text: { type: 'plain_text', text: what },
    confirm: { type: 'plain_text', text: texts.say('delete.confirm') },
    deny: { type: 'plain_text', text: texts.say('delete.deny') },
    style: 'danger',
  };
}
