import type { Membership, RoomForm } from '../../domain/room-form.ts';
import { submitRoomForm } from '../../usecases/submit-room-form.ts';
import { type FormOrigin, readFormOrigin, readRoomForm } from '../new-room-form.ts';
import { formErrors, formOutdated } from '../views/new-room-dialog.ts';
import type { ListenerDeps } from './deps.ts';
import { localeOf } from './locale-of.ts';
import { replyToSubmission } from './reply-to.ts';
import type { SubmissionArgs } from './submission-args.ts';

/** The dialog for a new room: stores the wish, or tells at the fields what is wrong with it. */
export async function newRoomSubmitted(args: SubmissionArgs, deps: ListenerDeps): Promise<void> {
  const { body, view, ack } = args;
  const origin = readFormOrigin(view.private_metadata);
  const filledIn = readRoomForm(view.state.values);
  const reply = replyToSubmission(body, origin?.responseUrl ?? null);
  const { storage, clock, provider, can, maxRoomsPerTeam } = deps;
  const locale = await localeOf(deps, reply);
  if (origin === undefined || filledIn === undefined) {
    await ack({ response_action: 'errors', errors: formOutdated(locale) });
    return;
  }
  const form = { ...filledIn, channelId: origin.thread?.channelId ?? filledIn.channelId };
  const membership = await membershipOf(deps, { form, origin, teamId: reply.teamId, userId: reply.userId });
  const asked = membership === 'member' ? { ...reply, channelId: form.channelId ?? '' } : reply;
  const threadTs = origin.thread?.messageTs ?? null;
  const submission = {
    form,
    membership,
    reply: asked,
    threadTs,
    provider,
    can,
    maxRoomsPerTeam,
    now: clock.now(),
  };
  const faults = await storage.transaction((tables) => submitRoomForm(tables, submission));
  if (Object.keys(faults).length === 0) return ack();
  await ack({ response_action: 'errors', errors: formErrors(faults, origin, locale) });
}

interface Whose {
  readonly form: RoomForm;
  readonly origin: FormOrigin;
  readonly teamId: string;
  readonly userId: string;
}

/** From within a channel Slack's word is enough; what can't be found out now the job finds out. */
async function membershipOf(
  deps: ListenerDeps,
  { form, origin, teamId, userId }: Whose,
): Promise<Membership> {
  const { channelId } = form;
  if (channelId === null) return 'unknown';
  return channelId === origin.channelId ? 'member' : deps.dialogs.membership(teamId, channelId, userId);
}
