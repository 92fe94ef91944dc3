import type { ModalView } from '@slack/types';
import type { SettingsRefusal } from '../../domain/answer.ts';
import { isAllowedIn } from '../../domain/permissions.ts';
import type { ReplyTo } from '../../usecases/job-payloads.ts';
import type { ChannelSettings } from '../../usecases/ports/settings.ts';
import { settingsDialog } from '../views/settings-dialog.ts';
import type { ListenerDeps } from './deps.ts';
import { localeOf } from './locale-of.ts';

/**
 * The dialog with the settings of the channel an answer would go to: what admins decide is there for those who are one;
 * whom Slack does not describe in time sees the rest. Whether they may is looked at again when they submit it.
 */
export async function drawSettings(
  deps: ListenerDeps,
  reply: ReplyTo,
): Promise<{ readonly view: ModalView } | { readonly why: SettingsRefusal }> {
  const { teamId, userId, channelId, responseUrl } = reply;
  const person = await deps.dialogs.profile(teamId, userId);
  const settings = await deps.storage.transaction(async (tables) => {
    if (person !== undefined) await tables.people.remember(person, deps.clock.now());
    return tables.settings.of(teamId, channelId);
  });
  const at = { teamId, inChannel: true };
  if (person !== undefined && !isAllowedIn('change-convenience', person, at)) {
    return { why: person.teamId === teamId ? 'guest' : 'other-workspace' };
  }
  const decides = person !== undefined && isAllowedIn('change-policy', person, at);
  const origin = { channelId, responseUrl, before: shownOf(settings, decides) };
  return { view: settingsDialog(origin, await localeOf(deps, reply)) };
}

function shownOf({ convenience, workspacePolicy, ownPolicy }: ChannelSettings, decides: boolean) {
  return { convenience, policy: decides ? { workspace: workspacePolicy, channel: ownPolicy } : null };
}
