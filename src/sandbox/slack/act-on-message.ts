import { z } from 'zod';
import { acted, enter, entrySchema } from './entry.ts';
import { findPlace } from './find-by-name.ts';
import { findElement } from './find-element.ts';
import { type ActResult, channelNameForApps, type Desk, interactionFields, tell } from './interaction.ts';
import type { Message } from './message.ts';
import { Refusal } from './refusal.ts';
import { type Element, memberOf, namesOf } from './views/inputs.ts';
import { wireMessage } from './wire-message.ts';
import type { Channel } from './workspace-state.ts';
import { APP, type User } from './world.ts';

/** Somebody uses a button or menu of a message, as a script or the page tells it. People and channels by id or name. */
export const messageActSchema = z.object({
  user: z.string(),
  channel: z.string(),
  message_ts: z.string(),
  /** What stands on the button or menu, or its action id. */
  action: z.string(),
  /** Tells buttons apart that look alike; in menus the option chosen, by its value or its words. */
  value: entrySchema.optional(),
  /** Block id: tells menus apart that look alike. */
  block: z.string().optional(),
});
export type MessageAct = z.infer<typeof messageActSchema>;

interface Acted {
  readonly user: User;
  readonly channel: Channel;
  readonly message: Message;
  readonly element: Element;
  /** What was chosen; undefined for a button. */
  readonly entered: unknown;
}

/**
 * Uses a button or menu of a message that this person sees. All is well when nothing appears; else Slack tells them.
 * Throws Refusal when the person, channel, message, button or option is unknown.
 */
export async function actOnMessage(desk: Desk, act: MessageAct): Promise<ActResult> {
  const { workspace } = desk;
  const { user, channel } = findPlace(workspace, act);
  const message = workspace.findFor(user.id, channel.id, act.message_ts);
  if (!message) throw new Refusal(404, `${user.name} sees no message ${act.message_ts} there`);
  const element = findElement({ blocks: message.blocks, where: 'on this message' }, act);
  const entered = element.type === 'button' ? undefined : enter(workspace, element, act.value ?? null);
  const payload = payloadOf(desk, { user, channel, message, element, entered });
  const answer = await desk.app.send({
    title: `Click on ${namesOf(element, message.blocks)[0]}`,
    content: { fields: { payload: JSON.stringify(payload) } },
    shown: payload,
  });
  if (answer.failure) {
    tell(workspace, { userId: user.id, channelId: channel.id }, `⚠️ ${APP.name} did not respond. Try again.`);
  }
  return { ok: !answer.failure, status: answer.status };
}

/** Source: recorded payloads; an ephemeral message's body is not in there. */
function payloadOf(desk: Desk, { user, channel, message, element, entered }: Acted): Record<string, unknown> {
  const ephemeral = message.toUserId !== undefined;
  const member = memberOf(element);
  const state = { type: element.type, ...(member && { [member]: entered }) };
  return {
    type: 'block_actions',
    ...interactionFields(user),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...(message.threadTs && { thread_ts: message.threadTs }),
    },
    trigger_id: desk.triggerIds.issue({ userId: user.id, channelId: channel.id }),
    channel: { id: channel.id, name: channelNameForApps(channel) },
    ...(!ephemeral && { message: wireMessage(message) }),
    state: { values: member ? { [element.block_id]: { [element.action_id]: state } } : {} },
    response_url: desk.responseUrls.issue({ userId: user.id, channelId: channel.id, message }),
    actions: [acted(element, entered, desk.workspace.clock.next(channel.id))],
  };
}
