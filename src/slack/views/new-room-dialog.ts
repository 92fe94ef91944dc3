import type { InputBlock, ModalView } from '@slack/types';
import type { JoinApproval } from '../../domain/room.ts';
import type { FormFault, FormFaults, FormRecording, RoomKind } from '../../domain/room-form.ts';
import type { TextKey } from '../../locales/en.ts';
import { type Texts, textsFor } from '../../locales/texts.ts';
import { ACTIONS, INPUT, VIEWS } from '../ids.ts';
import { encodeFormOrigin, type FormOrigin, ROOM_FIELDS } from '../new-room-form.ts';
import { section } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { field, menu, modal, option, radioButtons } from './modal.ts';

export interface NewRoomDialog {
  readonly origin: FormOrigin;
  readonly kind: RoomKind;
  /** What can be chosen, the default first. */
  readonly recordings: readonly FormRecording[];
  readonly approvals: readonly JoinApproval[];
}

const KINDS: Readonly<Record<RoomKind, TextKey>> = { now: 'form.kind.now', until: 'form.kind.until' };
const RECORDINGS: Readonly<Record<FormRecording, TextKey>> = {
  automatic: 'form.recording.automatic',
  'host-only': 'form.recording.host-only',
  offered: 'form.recording.offered',
  off: 'form.recording.off',
};
const APPROVALS: Readonly<Record<JoinApproval, TextKey>> = {
  everyone: 'form.join.everyone',
  'after-host': 'form.join.after-host',
  'host-admits': 'form.join.host-admits',
};
const FAULTS: Readonly<Record<FormFault, TextKey>> = {
  'title-missing': 'bad.title-missing',
  'title-too-long': 'form.fault.title-too-long',
  'date-missing': 'form.fault.date-missing',
  'in-the-past': 'form.fault.in-the-past',
  'too-soon': 'form.fault.too-soon',
  'only-offered': 'form.fault.only-offered',
  'not-recorded': 'form.fault.not-recorded',
  'not-offered': 'form.fault.not-offered',
  'channel-missing': 'form.fault.channel-missing',
  'not-a-member': 'form.fault.not-a-member',
  'hidden-channel': 'form.fault.hidden-channel',
};

/** Everything `/meet` can be told, as fields. The date is asked for where there is one. */
export function newRoomDialog(dialog: NewRoomDialog, locale: string): ModalView {
  const { origin, kind, recordings, approvals } = dialog;
  const texts = textsFor(locale);
  const inThread = origin.thread !== null;
  return modal({
    id: VIEWS.newRoom,
    title: texts.say('form.title'),
    submit: texts.say('form.submit'),
    close: texts.say('form.close'),
    carries: encodeFormOrigin(origin),
    blocks: [
      ...(inThread ? [section(texts.say('form.in-thread'))] : []),
      titleField(texts),
      kindField(kind, texts),
      ...(kind === 'until' ? [untilField(texts)] : []),
      recordingField(recordings, texts),
      joinField(approvals, texts),
      ...(inThread ? [] : [channelField(texts)]),
    ],
  });
}

/** What is wrong, in words, by the field it is shown at: one that this dialog has. */
export function formErrors(
  faults: FormFaults,
  { thread }: Pick<FormOrigin, 'thread'>,
  locale: string,
): Record<string, string> {
  const say = (fault: FormFault) => textsFor(locale).say(FAULTS[fault], { max: LIMITS.title });
  const { channel, ...others } = faults;
  const at = thread === null ? ROOM_FIELDS.channel : ROOM_FIELDS.title;
  return {
    ...(channel !== undefined && { [at]: say(channel) }),
    ...Object.fromEntries(Object.entries(others).map(([name, fault]) => [name, say(fault)])),
  };
}

/** For a dialog that another release of ours has opened. */
export function formOutdated(locale: string): Record<string, string> {
  return { [ROOM_FIELDS.title]: textsFor(locale).say('form.fault.outdated') };
}

function titleField(texts: Texts): InputBlock {
  const placeholder = { type: 'plain_text', text: 'Design review' } as const;
  return field(ROOM_FIELDS.title, texts.say('form.title-field'), {
    element: {
      type: 'plain_text_input',
      action_id: INPUT,
      max_length: LIMITS.title,
      focus_on_load: true,
      placeholder,
    },
  });
}

function kindField(kind: RoomKind, texts: Texts): InputBlock {
  const options = (['now', 'until'] as const).map((value) => option(value, texts.say(KINDS[value])));
  return field(ROOM_FIELDS.kind, texts.say('form.kind'), {
    element: radioButtons({ actionId: ACTIONS.roomKind, options, initial: kind }),
    dispatch: true,
  });
}

/** Slack asks for it in the person's own time zone and tells us the moment. */
function untilField(texts: Texts): InputBlock {
  return field(ROOM_FIELDS.until, texts.say('form.until'), {
    element: { type: 'datetimepicker', action_id: INPUT },
    hint: texts.say('form.until-hint'),
  });
}

function recordingField(recordings: readonly FormRecording[], texts: Texts): InputBlock {
  const options = recordings.map((value) => option(value, texts.say(RECORDINGS[value])));
  const isLimited = !recordings.includes('automatic');
  return field(ROOM_FIELDS.recording, texts.say('form.recording'), {
    element: radioButtons({ actionId: INPUT, options }),
    hint: texts.say(isLimited ? 'form.recording-limited' : 'form.recording-hint'),
  });
}

function joinField(approvals: readonly JoinApproval[], texts: Texts): InputBlock {
  const options = approvals.map((value) => option(value, texts.say(APPROVALS[value])));
  return field(ROOM_FIELDS.join, texts.say('form.join'), { element: menu({ actionId: INPUT, options }) });
}

function channelField(texts: Texts): InputBlock {
  return field(ROOM_FIELDS.channel, texts.say('form.channel'), {
    element: {
      type: 'conversations_select',
      action_id: INPUT,
      default_to_current_conversation: true,
      // So that the private answer can stand in that channel.
      response_url_enabled: true,
      filter: { include: ['public', 'private'], exclude_bot_users: true },
    },
    hint: texts.say('form.channel-hint'),
  });
}
