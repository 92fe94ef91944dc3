import {
  type FormFaults,
  findFormFaults,
  type Membership,
  type RoomForm,
  toRequest,
} from '../domain/room-form.ts';
import { answerLater } from './answer.ts';
import type { Tables } from './ports/storage.ts';
import { type RoomAsk, requestRoom } from './request-room.ts';

export interface FormSubmission extends Omit<RoomAsk, 'request' | 'channelId' | 'direct' | 'another'> {
  readonly form: RoomForm;
  /** In the channel chosen. */
  readonly membership: Membership;
}

/**
 * Accepts a form, in the transaction that is acknowledged, as `/meet` accepts a command. What comes back is wrong: then
 * nothing is stored. The same form again changes nothing.
 */
export async function submitRoomForm(
  tables: Tables,
  { form, membership, ...ask }: FormSubmission,
): Promise<FormFaults> {
  const { reply, can, now } = ask;
  const { channelId } = form;
  const { policy } = await tables.settings.of(reply.teamId, channelId ?? '');
  const faults = findFormFaults(form, { now, policy, membership, can });
  if (channelId === null || Object.keys(faults).length > 0) return faults;
  const request = toRequest(form);
  const answer = await requestRoom(tables, { ...ask, request, channelId, direct: false, another: false });
  // The dialog closes and the card appears: that it is being made need not be said.
  if (answer !== undefined && answer.kind !== 'making-room') await answerLater(tables, reply, answer);
  return {};
}
