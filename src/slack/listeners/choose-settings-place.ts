import type { BlockAction } from '@slack/bolt';
import { readSettingsPlace } from '../settings-place.ts';
import { settingsPlaceDialog, settingsPlaceErrors } from '../views/settings-place-dialog.ts';
import type { ListenerDeps } from './deps.ts';
import { drawSettings } from './draw-settings.ts';
import { localeOf } from './locale-of.ts';
import { replyToClick, replyToSubmission } from './reply-to.ts';
import type { SubmissionArgs } from './submission-args.ts';
import { tellNotShown } from './tell-not-shown.ts';

/** Settings, pressed at Home: asks whose. */
export async function chooseSettingsPlace(body: BlockAction, deps: ListenerDeps): Promise<void> {
  const reply = replyToClick(body, false);
  const view = settingsPlaceDialog(await localeOf(deps, reply));
  if ((await deps.dialogs.open(reply.teamId, body.trigger_id, view)) === 'shown') return;
  await tellNotShown(deps, reply, { kind: 'settings-not-shown' });
}

/** A channel is chosen: its settings take the place of the question. Whether the person is in it the job will look. */
export async function settingsPlaceSubmitted(
  { body, view, ack }: SubmissionArgs,
  deps: ListenerDeps,
): Promise<void> {
  const reply = replyToSubmission(body, null);
  const channelId = readSettingsPlace(view.state.values);
  const drawn =
    channelId === undefined
      ? ({ why: 'outdated' } as const)
      : await drawSettings(deps, { ...reply, channelId });
  if ('view' in drawn) return ack({ response_action: 'update', view: drawn.view });
  const errors = settingsPlaceErrors(drawn.why, await localeOf(deps, reply));
  await ack({ response_action: 'errors', errors });
}
