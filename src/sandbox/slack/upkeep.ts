import { z } from 'zod';
import { findChannel, findPerson } from './find-by-name.ts';
import type { Desk } from './interaction.ts';
import { Refusal } from './refusal.ts';
import type { Channel } from './workspace-state.ts';
import { APP, type User } from './world.ts';

/*
 * What people and admins do to a workspace besides talking. Each tells the app, if it is subscribed to that event and
 * can know of the channel. People and channels by id or name; all throw Refusal for unknown ones.
 */

export const personChangeSchema = z.strictObject({
  /** As Slack writes it: `de-DE`. */
  locale: z.string().optional(),
  /** IANA name. */
  time_zone: z.string().optional(),
  role: z.enum(['admin', 'member', 'guest']).optional(),
});
export type PersonChangeRequest = z.infer<typeof personChangeSchema>;

export async function archive(desk: Desk, named: string, archived = true): Promise<void> {
  const channel = findChannel(desk.workspace, named);
  channel.archived = archived;
  // In an archived channel only people stay members.
  if (archived) channel.members.delete(APP.userId);
  await announce(desk, channel, archived ? 'archive' : 'unarchive');
}

export async function rename(desk: Desk, named: string, name: string): Promise<void> {
  const channel = findChannel(desk.workspace, named);
  channel.name = name;
  await announce(desk, channel, 'rename', { channel: { id: channel.id, name } });
}

/** From now on only its members know of it. */
export function makePrivate(desk: Desk, named: string): void {
  findChannel(desk.workspace, named).kind = 'private';
  desk.workspace.changed();
}

/** With all its messages. */
export async function deleteChannel(desk: Desk, named: string): Promise<void> {
  const channel = findChannel(desk.workspace, named);
  await announce(desk, channel, 'deleted');
  desk.workspace.channels.delete(channel.id);
  desk.workspace.changed();
}

/** Somebody, or `@Roomtone`, comes into a channel. */
export function join(desk: Desk, named: string, user: string): void {
  findChannel(desk.workspace, named).members.add(findMember(desk, user));
  desk.workspace.changed();
}

/** Somebody, or `@Roomtone`, is no longer in a channel. */
export async function leave(desk: Desk, named: string, user: string): Promise<void> {
  const channel = findChannel(desk.workspace, named);
  const userId = findMember(desk, user);
  const wasThere = channel.members.delete(userId);
  if (!wasThere) throw new Refusal(404, `${user} is not in "${named}"`);
  if (userId === APP.userId) await announce(desk, channel, 'left');
  desk.workspace.changed();
}

/** Somebody who may do so deletes a message of anybody's. */
export function deleteMessage(desk: Desk, named: string, ts: string): void {
  const channel = findChannel(desk.workspace, named);
  const message = desk.workspace.find(channel.id, ts);
  if (!message) throw new Refusal(404, `there is no message ${ts} in "${named}"`);
  desk.workspace.remove(message);
}

/** Somebody closes a message that only they see. */
export function dismiss({ workspace }: Desk, user: string, ts: string): void {
  const { id } = findPerson(workspace, user);
  const message = workspace.messages().find((it) => it.ts === ts && it.toUserId === id);
  if (!message) throw new Refusal(404, `${user} has no private message ${ts}`);
  workspace.remove(message);
}

/** Switches an account off: out of all channels, and nobody can write to it. */
export function deactivate(desk: Desk, named: string): void {
  const user = findPerson(desk.workspace, named);
  for (const channel of desk.workspace.channels.values()) {
    if (channel.kind === 'public' || channel.kind === 'private') channel.members.delete(user.id);
  }
  desk.views.clear(user.id);
  desk.workspace.changePerson(user, { deactivated: true });
}

export function changePerson(desk: Desk, named: string, change: PersonChangeRequest): void {
  const { locale, time_zone: timeZone, role } = change;
  desk.workspace.changePerson(findPerson(desk.workspace, named), {
    ...(locale !== undefined && { locale }),
    ...(timeZone !== undefined && { timeZone }),
    ...(role !== undefined && { role }),
  });
}

function findMember({ workspace }: Desk, named: string): User['id'] {
  return /^@?roomtone$/i.test(named) ? APP.userId : findPerson(workspace, named).id;
}

async function announce(
  desk: Desk,
  channel: Channel,
  what: string,
  more: Readonly<Record<string, unknown>> = { channel: channel.id },
): Promise<void> {
  desk.workspace.changed();
  const kind = channel.kind === 'private' ? 'group' : 'channel';
  const eventTs = desk.workspace.clock.next(channel.id);
  await desk.events.emit({ type: `${kind}_${what}`, ...more, event_ts: eventTs });
}
