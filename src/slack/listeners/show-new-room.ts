import { renderAnswer } from '../views/answer.ts';
import type { CommandArgs } from './command-args.ts';
import type { ListenerDeps } from './deps.ts';
import { localeOf } from './locale-of.ts';
import { openNewRoom } from './open-new-room.ts';
import { isDirect, replyToCommand } from './reply-to.ts';

/** `/meet` alone: the dialog for a new room, or a sentence when Slack does not open it. */
export async function showNewRoom(deps: ListenerDeps, { command, ack }: CommandArgs): Promise<void> {
  const reply = replyToCommand(command);
  const { responseUrl } = reply;
  const channelId = isDirect(command.channel_name) ? null : reply.channelId;
  const origin = { channelId, thread: null, responseUrl };
  const shown = await openNewRoom(deps, { reply, triggerId: command.trigger_id, origin });
  if (shown === 'shown') return ack();
  const reader = { locale: await localeOf(deps, reply), commands: deps.commands };
  await ack(renderAnswer({ kind: 'dialog-not-shown' }, reader));
}
