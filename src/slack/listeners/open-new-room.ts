import { type RoomKind, recordingChoices } from '../../domain/room-form.ts';
import type { ReplyTo } from '../../usecases/job-payloads.ts';
import type { FormOrigin } from '../new-room-form.ts';
import { newRoomDialog } from '../views/new-room-dialog.ts';
import type { ListenerDeps } from './deps.ts';
import { tellNotShown } from './tell-not-shown.ts';

export interface Opening {
  readonly reply: ReplyTo;
  readonly triggerId: string;
  readonly origin: FormOrigin;
}

/** Opens the dialog for a new room. `not-shown`: the person has to be told. */
export async function openNewRoom(
  deps: ListenerDeps,
  { reply, triggerId, origin }: Opening,
): Promise<'shown' | 'not-shown'> {
  const view = await drawNewRoom(deps, { reply, origin, kind: 'now' });
  return deps.dialogs.open(reply.teamId, triggerId, view);
}

/** The same where no acknowledgement can tell: then a private answer does. */
export async function openNewRoomOrTell(deps: ListenerDeps, opening: Opening): Promise<void> {
  if ((await openNewRoom(deps, opening)) === 'shown') return;
  await tellNotShown(deps, opening.reply, { kind: 'dialog-not-shown' });
}

/** The dialog in the person's language, with what the policy of the place lets them choose. */
export async function drawNewRoom(
  deps: ListenerDeps,
  { reply, origin, kind }: { readonly reply: ReplyTo; readonly origin: FormOrigin; readonly kind: RoomKind },
): Promise<ReturnType<typeof newRoomDialog>> {
  const { teamId, userId } = reply;
  // No channel has an empty id: then it is what holds everywhere.
  const channelId = origin.thread?.channelId ?? origin.channelId ?? '';
  const { locale, policy } = await deps.storage.transaction(async ({ people, settings }) => ({
    locale: (await people.locale(teamId, userId, 0)) ?? 'en-US',
    policy: (await settings.of(teamId, channelId)).policy,
  }));
  const recordings = recordingChoices(policy.recording, deps.can);
  return newRoomDialog({ origin, kind, recordings, approvals: deps.can.joinApprovals }, locale);
}
