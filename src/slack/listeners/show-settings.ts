import type { Answer } from '../../domain/answer.ts';
import { isAllowedIn } from '../../domain/permissions.ts';
import type { ChannelSettings } from '../../usecases/ports.ts';
import { renderAnswer } from '../views/answer.ts';
import { settingsDialog } from '../views/settings-dialog.ts';
import type { CommandArgs } from './command-args.ts';
import type { ListenerDeps } from './deps.ts';
import { localeOf } from './locale-of.ts';
import { isDirect, replyToCommand } from './reply-to.ts';

/**
 * `/meet settings`: the dialog, with what admins decide for those who are one; whom Slack does not describe in time sees
 * the rest. Whether they may is looked at again when they submit it.
 */
export async function showSettings(deps: ListenerDeps, { command, ack }: CommandArgs): Promise<void> {
  const reply = replyToCommand(command);
  const { teamId, userId, channelId, responseUrl } = reply;
  const say = async (answer: Answer) =>
    ack(renderAnswer(answer, { locale: await localeOf(deps, reply), commands: deps.commands }));
  if (isDirect(command.channel_name)) return say({ kind: 'settings-elsewhere' });
  const person = await deps.dialogs.profile(teamId, userId);
  const settings = await deps.storage.transaction(async (tables) => {
    if (person !== undefined) await tables.people.remember(person, deps.clock.now());
    return tables.settings.of(teamId, channelId);
  });
  const at = { teamId, inChannel: true };
  if (person !== undefined && !isAllowedIn('change-convenience', person, at)) {
    return say({ kind: 'settings-refused', why: person.teamId === teamId ? 'guest' : 'other-workspace' });
  }
  const decides = person !== undefined && isAllowedIn('change-policy', person, at);
  const origin = { channelId, responseUrl, before: shownOf(settings, decides) };
  const view = settingsDialog(origin, await localeOf(deps, reply));
  if ((await deps.dialogs.open(teamId, command.trigger_id, view)) === 'shown') return ack();
  return say({ kind: 'settings-not-shown' });
}

function shownOf({ convenience, workspacePolicy, ownPolicy }: ChannelSettings, decides: boolean) {
  return { convenience, policy: decides ? { workspace: workspacePolicy, channel: ownPolicy } : null };
}
