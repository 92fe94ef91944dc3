import type { RoomPlan } from './room.ts';

/*
 * What workspace admins decide. Each rule's values stand in order of strictness, so that of two the stricter one is the
 * one further back.
 */
export const POLICY_VALUES = {
  /** Who may make rooms. */
  makeRooms: ['members-and-guests', 'members', 'admins'],
  /** Who may delete a recording. */
  deleteRecordings: ['members', 'host-and-admins', 'nobody'],
  /** Who may get the link to a recording. */
  seeLinks: ['members', 'host-only'],
  /** The most that is recorded: by itself, only what someone starts by hand, or nothing. */
  recording: ['automatic', 'offered', 'none'],
} as const;

export type PolicyRule = keyof typeof POLICY_VALUES;
export type Policy = { readonly [Rule in PolicyRule]: (typeof POLICY_VALUES)[Rule][number] };

export const DEFAULT_POLICY: Policy = {
  makeRooms: 'members',
  deleteRecordings: 'host-and-admins',
  seeLinks: 'members',
  recording: 'automatic',
};

export const POLICY_RULES = Object.keys(POLICY_VALUES) as readonly PolicyRule[];

/** The workspace's policy, made stricter where the channel asks for it; never looser. */
export function stricterOf(workspace: Policy, channel: Partial<Policy>): Policy {
  const of = POLICY_VALUES;
  return {
    makeRooms: stricter(of.makeRooms, workspace.makeRooms, channel.makeRooms),
    deleteRecordings: stricter(of.deleteRecordings, workspace.deleteRecordings, channel.deleteRecordings),
    seeLinks: stricter(of.seeLinks, workspace.seeLinks, channel.seeLinks),
    recording: stricter(of.recording, workspace.recording, channel.recording),
  };
}

function stricter<Value>(values: readonly Value[], one: Value, other: Value | undefined): Value {
  return other !== undefined && values.indexOf(other) > values.indexOf(one) ? other : one;
}

/** What of a wish for recording is allowed. */
export function capRecording(
  { recording, hostOnly }: Pick<RoomPlan, 'recording' | 'hostOnly'>,
  most: Policy['recording'],
): Pick<RoomPlan, 'recording' | 'hostOnly'> {
  if (most === 'none') return { recording: 'off', hostOnly: false };
  if (most === 'offered' && recording === 'automatic') return { recording: 'offered', hostOnly };
  return { recording, hostOnly };
}
