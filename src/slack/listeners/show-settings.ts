import type { Answer } from '../../domain/answer.ts';
import { renderAnswer } from '../views/answer.ts';
import type { CommandArgs } from './command-args.ts';
import type { ListenerDeps } from './deps.ts';
import { drawSettings } from './draw-settings.ts';
import { localeOf } from './locale-of.ts';
import { isDirect, replyToCommand } from './reply-to.ts';

/** `/meet settings`: the dialog, or why there is none. */
export async function showSettings(deps: ListenerDeps, { command, ack }: CommandArgs): Promise<void> {
  const reply = replyToCommand(command);
  const say = async (answer: Answer) =>
    ack(renderAnswer(answer, { locale: await localeOf(deps, reply), commands: deps.commands }));
  if (isDirect(command.channel_name)) return say({ kind: 'settings-elsewhere' });
  const drawn = await drawSettings(deps, reply);
  if ('why' in drawn) return say({ kind: 'settings-refused', why: drawn.why });
  if ((await deps.dialogs.open(reply.teamId, command.trigger_id, drawn.view)) === 'shown') return ack();
  return say({ kind: 'settings-not-shown' });
}
