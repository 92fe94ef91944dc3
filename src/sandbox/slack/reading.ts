import { findChannel, findPerson } from './find-by-name.ts';
import type { Desk } from './interaction.ts';
import type { Message } from './message.ts';
import { Refusal } from './refusal.ts';
import { threadFacts, threadKey } from './thread.ts';
import { findView } from './views/fill-in.ts';
import { wireView } from './views/wire-view.ts';
import { wireMessage } from './wire-message.ts';
import { appChannelId, type WorkspaceState } from './workspace-state.ts';

/*
 * What people see, in Slack's JSON. People and channels by id or name; all throw Refusal for unknown ones.
 */

type Wire = Readonly<Record<string, unknown>>;

/** Replies included, oldest first; one that has replies says so: `reply_count`, `latest_reply`. */
export function messagesIn(workspace: WorkspaceState, channel: string): readonly Wire[] {
  const { id } = findChannel(workspace, channel);
  return inWire(workspace, ({ channelId, toUserId }) => channelId === id && toUserId === undefined);
}

/** A message and its replies, oldest first. Empty when there is no such message. */
export function threadIn(workspace: WorkspaceState, channel: string, ts: string): readonly Wire[] {
  return messagesIn(workspace, channel).filter(
    (message) => message['ts'] === ts || message['thread_ts'] === ts,
  );
}

/** What only that person sees, in every channel, oldest first. */
export function ephemeralsOf(workspace: WorkspaceState, user: string): readonly Wire[] {
  const { id } = findPerson(workspace, user);
  return inWire(workspace, ({ toUserId }) => toUserId === id);
}

/** Messages between a person and the app, oldest first. */
export function directMessagesOf(workspace: WorkspaceState, user: string): readonly Wire[] {
  const channelId = appChannelId(findPerson(workspace, user).id);
  return workspace.channels.has(channelId) ? messagesIn(workspace, channelId) : [];
}

/** What the app has published in a person's Home tab; undefined: nothing yet. */
export function homeOf({ workspace, views }: Desk, user: string): Wire | undefined {
  const home = views.home(findPerson(workspace, user).id);
  return home && wireView(home);
}

/** Open dialogs of a person, the one in front last. */
export function viewsOf({ workspace, views }: Desk, user: string): readonly Wire[] {
  return views.stack(findPerson(workspace, user).id).map(wireView);
}

/** The dialog in front of a person. Throws Refusal also when none is open. */
export function openDialogOf(desk: Desk, user: string): Wire {
  return wireView(findView(desk, findPerson(desk.workspace, user)));
}

/** Throws Refusal when nothing is published. */
export function publishedHomeOf(desk: Desk, user: string): Wire {
  const home = homeOf(desk, user);
  if (!home) throw new Refusal(404, `nothing is published for "${user}"`);
  return home;
}

function inWire(workspace: WorkspaceState, is: (message: Message) => boolean): readonly Wire[] {
  const messages = workspace.messages();
  const threads = threadFacts(messages);
  return messages
    .filter(is)
    .map((message) => wireMessage(message, threads.get(threadKey(message.channelId, message.ts))));
}
