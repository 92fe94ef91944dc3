import type { BlockAction } from '@slack/bolt';
import { ROOM_KINDS, type RoomKind } from '../../domain/room-form.ts';
import { readFormOrigin } from '../new-room-form.ts';
import type { ListenerDeps } from './deps.ts';
import { drawNewRoom } from './open-new-room.ts';
import { replyToClick } from './reply-to.ts';

/** Somebody chose "now" or "until a date": the dialog has a date where there is one. */
export async function redrawNewRoom(body: BlockAction, deps: ListenerDeps): Promise<void> {
  const [action] = body.actions;
  const { view } = body;
  const origin = readFormOrigin(view?.private_metadata ?? '');
  const kind =
    action !== undefined && 'selected_option' in action ? action.selected_option?.value : undefined;
  if (view === undefined || origin === undefined || !isRoomKind(kind)) return;
  const reply = replyToClick(body, false);
  const shown = { viewId: view.id, hash: view.hash };
  await deps.dialogs.redraw(reply.teamId, shown, await drawNewRoom(deps, { reply, origin, kind }));
}

function isRoomKind(value: unknown): value is RoomKind {
  return ROOM_KINDS.some((kind) => kind === value);
}
