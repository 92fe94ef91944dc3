import type { Capabilities } from './capabilities.ts';
import type { RoomRequest } from './command.ts';
import { momentText } from './moment-text.ts';
import type { Policy } from './policy.ts';
import { findClosingFault } from './resolve-closing.ts';
import { type JoinApproval, type RoomPlan, TITLE_MAX } from './room.ts';
import { collapseSpaces } from './tokenize-command.ts';

/** How long a room is there: for now, or until a date. */
export const ROOM_KINDS = ['now', 'until'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

/** What can be chosen about recording: by itself, so but only the host, started by people in the room, never. */
export const FORM_RECORDINGS = ['automatic', 'host-only', 'offered', 'off'] as const;
export type FormRecording = (typeof FORM_RECORDINGS)[number];

/** A new room as somebody fills it in. */
export interface RoomForm {
  /** As typed. */
  readonly title: string;
  readonly kind: RoomKind;
  /** Epoch milliseconds; null: nothing chosen. */
  readonly until: number | null;
  readonly recording: FormRecording;
  readonly joinApproval: JoinApproval;
  /** For its messages; null: nothing chosen. */
  readonly channelId: string | null;
}

/** May the person have a room's messages there? `unknown`: that could not be found out now. */
export type Membership = 'member' | 'stranger' | 'hidden' | 'unknown';

/** What is wrong, by the field it is wrong in. */
export interface FormFaults {
  readonly title?: 'title-missing' | 'title-too-long';
  readonly until?: 'date-missing' | 'in-the-past' | 'too-soon';
  readonly recording?: 'only-offered' | 'not-recorded' | 'not-offered';
  readonly join?: 'not-offered';
  readonly channel?: 'channel-missing' | 'not-a-member' | 'hidden-channel';
}
export type FormField = keyof FormFaults;
export type FormFault = NonNullable<FormFaults[FormField]>;

export interface FormCircumstances {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Of the channel chosen. */
  readonly policy: Policy;
  readonly membership: Membership;
  readonly can: Capabilities;
}

/** What the policy and the provider leave of the choice, the default first. */
export function recordingChoices(
  most: Policy['recording'],
  { hostOnly }: Pick<Capabilities, 'hostOnly'>,
): readonly FormRecording[] {
  if (most === 'automatic') return FORM_RECORDINGS.filter((one) => hostOnly || one !== 'host-only');
  return most === 'offered' ? ['offered', 'off'] : ['off'];
}

/** Everything that can be told without asking anybody; what nobody knows yet is no fault. */
export function findFormFaults(form: RoomForm, at: FormCircumstances): FormFaults {
  const faults = {
    title: titleFault(form),
    until: form.kind === 'until' ? untilFault(form, at.now) : undefined,
    recording: recordingFault(form, at),
    join: at.can.joinApprovals.includes(form.joinApproval) ? undefined : ('not-offered' as const),
    channel: channelFault(form, at.membership),
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
}

function titleFault({ title }: RoomForm): FormFaults['title'] {
  const { length } = collapseSpaces(title);
  if (length === 0) return 'title-missing';
  return length > TITLE_MAX ? 'title-too-long' : undefined;
}

function untilFault({ until }: RoomForm, now: number): FormFaults['until'] {
  return until === null ? 'date-missing' : findClosingFault(until, now);
}

function recordingFault(
  { recording }: RoomForm,
  { policy, can }: FormCircumstances,
): FormFaults['recording'] {
  if (recordingChoices(policy.recording, can).includes(recording)) return undefined;
  if (policy.recording === 'automatic') return 'not-offered';
  return policy.recording === 'none' ? 'not-recorded' : 'only-offered';
}

function channelFault({ channelId }: RoomForm, membership: Membership): FormFaults['channel'] {
  if (channelId === null) return 'channel-missing';
  if (membership === 'stranger') return 'not-a-member';
  return membership === 'hidden' ? 'hidden-channel' : undefined;
}

/** The room that a form without faults asks for. */
export function toRequest({ title, kind, until, recording, joinApproval }: RoomForm): RoomRequest {
  return {
    title: collapseSpaces(title),
    ...RECORDED[recording],
    joinApproval,
    closes: kind === 'until' && until !== null ? { kind: 'until', text: momentText(until) } : null,
  };
}

const RECORDED: Readonly<Record<FormRecording, Pick<RoomPlan, 'recording' | 'hostOnly'>>> = {
  automatic: { recording: 'automatic', hostOnly: false },
  'host-only': { recording: 'automatic', hostOnly: true },
  offered: { recording: 'offered', hostOnly: false },
  off: { recording: 'off', hostOnly: false },
};
