import { VIEWS, type ViewId } from '../ids.ts';
import { settingsPlaceSubmitted } from './choose-settings-place.ts';
import type { ListenerDeps } from './deps.ts';
import { newRoomSubmitted } from './new-room-submitted.ts';
import { settingsSubmitted } from './settings-submitted.ts';
import type { SubmissionArgs } from './submission-args.ts';

/** What each dialog does when it is submitted. */
export const SUBMISSIONS: Readonly<
  Record<ViewId, (args: SubmissionArgs, deps: ListenerDeps) => Promise<void>>
> = {
  [VIEWS.newRoom]: newRoomSubmitted,
  [VIEWS.settings]: settingsSubmitted,
  [VIEWS.settingsPlace]: settingsPlaceSubmitted,
};

/** Any dialog of ours, submitted. Throws for one that is in no table: it must not be ignored in silence. */
export function viewSubmission(deps: ListenerDeps) {
  return async (args: SubmissionArgs): Promise<void> => {
    const id = args.view.callback_id;
    if (!isOurs(id)) throw new Error(`No listener for the dialog ${id}`);
    await SUBMISSIONS[id](args, deps);
  };
}

function isOurs(id: string): id is ViewId {
  return Object.hasOwn(SUBMISSIONS, id);
}
