import { z } from 'zod';
import { type Button, findButton } from './find-button.ts';
import { findPlace } from './find-by-name.ts';
import {
  type ActResult,
  channelNameForApps,
  type Desk,
  SHARED_FIELDS,
  TEAM_FIELDS,
  tell,
} from './interaction.ts';
import { Refusal } from './refusal.ts';
import { wireMessage } from './wire-message.ts';
import type { Channel, Message } from './workspace-state.ts';
import { APP, type User } from './world.ts';

/** A click as a script or the page tells it. Ids or names. */
export const clickSchema = z.object({
  user: z.string(),
  channel: z.string(),
  message_ts: z.string(),
  /** What stands on the button, or its action id. */
  action: z.string(),
  /** Tells buttons apart that look alike. */
  value: z.string().optional(),
});
export type Click = z.infer<typeof clickSchema>;

interface Clicked {
  readonly user: User;
  readonly channel: Channel;
  readonly message: Message;
  readonly button: Button;
}

/**
 * Clicks a button on a message that this person sees. All is well when nothing appears; else Slack tells them.
 * Throws Refusal when the person, channel, message or button is unknown.
 */
export async function clickButton(desk: Desk, click: Click): Promise<ActResult> {
  const { user, channel } = findPlace(desk.workspace, click);
  const message = desk.workspace.findFor(user.id, channel.id, click.message_ts);
  if (!message) throw new Refusal(404, `${user.name} sees no message ${click.message_ts} there`);
  const button = findButton(message, click);
  const payload = payloadOf(desk, { user, channel, message, button });
  const answer = await desk.app.send({
    title: `Click on ${button.text.text}`,
    fields: { payload: JSON.stringify(payload) },
    shown: payload,
  });
  if (answer.failure) {
    tell(
      desk.workspace,
      { userId: user.id, channelId: channel.id },
      `⚠️ ${APP.name} did not respond. Try again.`,
    );
  }
  return { ok: !answer.failure, status: answer.status };
}

/** Source: recorded payloads; an ephemeral message's body is not in there. */
function payloadOf(desk: Desk, { user, channel, message, button }: Clicked): Record<string, unknown> {
  const ephemeral = message.toUserId !== undefined;
  return {
    type: 'block_actions',
    user: { id: user.id, username: user.handle, name: user.handle, team_id: TEAM_FIELDS.id },
    ...SHARED_FIELDS,
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...(message.threadTs && { thread_ts: message.threadTs }),
    },
    trigger_id: desk.triggerIds.issue(),
    team: TEAM_FIELDS,
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel.id, name: channelNameForApps(channel) },
    ...(!ephemeral && { message: wireMessage(message) }),
    state: { values: {} },
    response_url: desk.responseUrls.issue({ userId: user.id, channelId: channel.id, message }),
    actions: [{ ...button, action_ts: desk.workspace.clock.next(channel.id) }],
  };
}
