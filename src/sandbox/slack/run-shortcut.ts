import { z } from 'zod';
import type { Shortcut } from './app-manifest.ts';
import { findActor, findPlace } from './find-by-name.ts';
import { type ActResult, channelNameForApps, type Desk, interactionFields, tell } from './interaction.ts';
import type { Message } from './message.ts';
import { Refusal } from './refusal.ts';
import { threadFacts, threadKey } from './thread.ts';
import { wireMessage } from './wire-message.ts';
import type { Channel } from './workspace-state.ts';
import { APP, type User } from './world.ts';

const shortcutSchema = z.object({
  user: z.string(),
  /** Callback id, or the name in the menu. */
  shortcut: z.string(),
});

/** Somebody chooses a shortcut from the composer's menu. */
export const globalShortcutSchema = shortcutSchema;
export type GlobalShortcutUse = z.infer<typeof globalShortcutSchema>;

/** Somebody chooses one from a message's "More actions". */
export const messageShortcutSchema = shortcutSchema.extend({ channel: z.string(), message_ts: z.string() });
export type MessageShortcutUse = z.infer<typeof messageShortcutSchema>;

/** Throws Refusal when the person or shortcut is unknown. */
export async function runGlobalShortcut(desk: Desk, use: GlobalShortcutUse): Promise<ActResult> {
  const user = findUser(desk, use.user);
  const shortcut = findShortcut(desk, 'global', use.shortcut);
  return send(desk, shortcut, {
    type: 'shortcut',
    ...interactionFields(user),
    callback_id: shortcut.callbackId,
    trigger_id: desk.triggerIds.issue({ userId: user.id }),
    action_ts: desk.workspace.clock.next(user.id),
  });
}

/** Throws Refusal when the person, channel, message or shortcut is unknown, or the message is a private one. */
export async function runMessageShortcut(desk: Desk, use: MessageShortcutUse): Promise<ActResult> {
  const { user, channel } = findPlace(desk.workspace, { ...use, user: findUser(desk, use.user).id });
  const shortcut = findShortcut(desk, 'message', use.shortcut);
  const message = desk.workspace.find(channel.id, use.message_ts);
  if (!message) throw new Refusal(404, `${user.name} sees no message ${use.message_ts} for all there`);
  const result = await send(desk, shortcut, payloadOf(desk, { user, channel, message }, shortcut));
  if (!result.ok) {
    tell(
      desk.workspace,
      { userId: user.id, channelId: channel.id },
      `⚠️ ${APP.name} did not respond. Try again.`,
    );
  }
  return result;
}

function payloadOf(
  desk: Desk,
  { user, channel, message }: { user: User; channel: Channel; message: Message },
  { callbackId }: Shortcut,
): Record<string, unknown> {
  const thread = threadFacts(desk.workspace.messages()).get(threadKey(channel.id, message.ts));
  return {
    type: 'message_action',
    ...interactionFields(user),
    callback_id: callbackId,
    trigger_id: desk.triggerIds.issue({ userId: user.id, channelId: channel.id }),
    response_url: desk.responseUrls.issue({ userId: user.id, channelId: channel.id, message }),
    message_ts: message.ts,
    channel: { id: channel.id, name: channelNameForApps(channel) },
    message: wireMessage(message, thread),
    action_ts: desk.workspace.clock.next(channel.id),
  };
}

async function send(desk: Desk, { name }: Shortcut, payload: Record<string, unknown>): Promise<ActResult> {
  const answer = await desk.app.send({
    title: `Shortcut ${name}`,
    content: { fields: { payload: JSON.stringify(payload) } },
    shown: payload,
  });
  return { ok: !answer.failure, status: answer.status };
}

function findUser({ workspace }: Desk, named: string): User {
  const user = findActor(workspace, named);
  if (user.teamId === undefined) return user;
  throw new Refusal(403, `${user.name} is of another workspace: shortcuts are only for people of this one`);
}

function findShortcut({ manifest }: Desk, type: Shortcut['type'], named: string): Shortcut {
  const offered = manifest.shortcuts.filter((shortcut) => shortcut.type === type);
  const found = offered.find(({ callbackId, name }) => callbackId === named || name === named);
  if (found) return found;
  const there = offered.map(({ name, callbackId }) => `"${name}" (${callbackId})`).join(', ');
  throw new Refusal(404, `no ${type} shortcut "${named}"; there is: ${there || 'none'}`);
}
