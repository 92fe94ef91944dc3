import type { App } from '@slack/bolt';
import { appHomeOpened } from './listeners/app-home-opened.ts';
import { appUninstalled } from './listeners/app-uninstalled.ts';
import { blockAction } from './listeners/block-action.ts';
import type { ListenerDeps } from './listeners/deps.ts';
import { meetCommand } from './listeners/meet-command.ts';
import { recordingsCommand } from './listeners/recordings-command.ts';
import { shortcut } from './listeners/shortcut.ts';
import { viewSubmission } from './listeners/view-submission.ts';

/**
 * The table of contents: what of Slack's reaches us, and who takes it. Buttons are listed by id in
 * `listeners/clicks.ts`, dialogs in `listeners/view-submission.ts`, shortcuts in `listeners/shortcut.ts`.
 */
export function register(app: App, deps: ListenerDeps): void {
  app.command(deps.commands.meet, meetCommand(deps));
  app.command(deps.commands.recordings, recordingsCommand(deps));
  app.event('app_uninstalled', appUninstalled(deps));
  app.event('app_home_opened', appHomeOpened(deps));
  app.action({ type: 'block_actions' }, blockAction(deps));
  app.view({ type: 'view_submission' }, viewSubmission(deps));
  app.shortcut(/.*/, shortcut(deps));
}
