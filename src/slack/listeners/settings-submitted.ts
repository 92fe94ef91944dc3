import { changeBetween, isNoChange } from '../../domain/settings-change.ts';
import { acceptOnce } from '../../usecases/accept-once.ts';
import { readSettingsForm, readSettingsOrigin } from '../settings-form.ts';
import { settingsOutdated } from '../views/settings-dialog.ts';
import type { ListenerDeps } from './deps.ts';
import { localeOf } from './locale-of.ts';
import { replyToSubmission } from './reply-to.ts';
import type { SubmissionArgs } from './submission-args.ts';

/** The settings dialog: stores what was changed in it; whether that may be done is for the job. */
export async function settingsSubmitted(
  { body, view, ack }: SubmissionArgs,
  deps: ListenerDeps,
): Promise<void> {
  const origin = readSettingsOrigin(view.private_metadata);
  const after = origin && readSettingsForm(view.state.values, origin.before);
  const asked = replyToSubmission(body, origin?.responseUrl ?? null);
  if (origin === undefined || after === undefined) {
    await ack({ response_action: 'errors', errors: settingsOutdated(await localeOf(deps, asked)) });
    return;
  }
  const change = changeBetween(origin.before, after);
  const reply = { ...asked, channelId: origin.channelId };
  const accepted = { name: 'change-settings', payload: { change, reply }, now: deps.clock.now() } as const;
  if (!isNoChange(change)) await deps.storage.transaction((tables) => acceptOnce(tables, accepted));
  await ack();
}
