import type { AppConnection } from './app-connection.ts';
import type { AppManifest } from './app-manifest.ts';
import type { EventDelivery } from './event-delivery.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { TriggerIds } from './trigger-ids.ts';
import type { Views } from './views/views.ts';
import type { Channel, WorkspaceState } from './workspace-state.ts';
import { APP, SLACKBOT_ID, type SlashCommand, TEAM, type User } from './world.ts';

/** What a person's acts need. */
export interface Desk {
  readonly workspace: WorkspaceState;
  /** The app's commands. */
  readonly commands: readonly SlashCommand[];
  readonly app: AppConnection;
  readonly responseUrls: ResponseUrls;
  readonly triggerIds: TriggerIds;
  /** Open dialogs and Home tabs. */
  readonly views: Views;
  readonly manifest: AppManifest;
  readonly events: EventDelivery;
}

/** What a script learns about an act. */
export interface ActResult {
  readonly ok: boolean;
  /** HTTP status of the app's answer; 0: none came. 200 when Slack itself did it. */
  readonly status: number;
}

/** Members that every interaction carries. `token` is Slack's old verification token, which nobody may rely on. */
export const SHARED_FIELDS = { token: 'sandbox-verification-token', api_app_id: APP.appId } as const;
export const TEAM_FIELDS = { id: TEAM.id, domain: TEAM.domain } as const;

/** Members that every interaction but a slash command carries. */
export function interactionFields(user: User): Record<string, unknown> {
  return {
    user: { id: user.id, username: user.handle, name: user.handle, team_id: user.teamId ?? TEAM.id },
    ...SHARED_FIELDS,
    team: TEAM_FIELDS,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Slack names only public and group conversations to apps. */
export function channelNameForApps(channel: Channel): string {
  if (channel.kind === 'private') return 'privategroup';
  return channel.kind === 'im' ? 'directmessage' : channel.name;
}

interface ToldPlace {
  readonly userId: string;
  readonly channelId: string;
  readonly threadTs?: string | undefined;
}

/** Slack itself tells one person something. */
export function tell(
  workspace: WorkspaceState,
  { userId, channelId, threadTs }: ToldPlace,
  text: string,
): void {
  workspace.whisper(userId, { channelId, threadTs, userId: SLACKBOT_ID, text, blocks: [] });
}
