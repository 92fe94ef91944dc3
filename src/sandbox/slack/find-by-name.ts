import { Refusal } from './refusal.ts';
import type { Channel, WorkspaceState } from './workspace-state.ts';
import type { User } from './world.ts';

/** A person by id or name: `U0ADA`, `ada`, `@Ada`. Throws {@link Refusal}. */
export function findPerson(workspace: WorkspaceState, named: string): User {
  const name = named.replace(/^@/, '').toLowerCase();
  const person = workspace.users.find(({ id, handle }) => id.toLowerCase() === name || handle === name);
  if (!person || person.role === 'app') throw new Refusal(404, `nobody here is called "${named}"`);
  return person;
}

/** A person who does something. Throws {@link Refusal}, also when their account is switched off. */
export function findActor(workspace: WorkspaceState, named: string): User {
  const person = findPerson(workspace, named);
  if (person.deactivated) throw new Refusal(403, `the account of ${person.name} is deactivated`);
  return person;
}

/** A channel by id or name: `C0GENERAL`, `general`, `#general`. Throws {@link Refusal}. */
export function findChannel(workspace: WorkspaceState, named: string): Channel {
  const name = named.replace(/^#/, '').toLowerCase();
  const channel = [...workspace.channels.values()].find(
    (it) => it.id.toLowerCase() === name || (it.name !== '' && it.name === name),
  );
  if (!channel) throw new Refusal(404, `there is no channel "${named}"`);
  return channel;
}

/** A person and a channel they are in. Throws {@link Refusal}. */
export function findPlace(
  workspace: WorkspaceState,
  named: { readonly user: string; readonly channel: string },
): { readonly user: User; readonly channel: Channel } {
  const user = findActor(workspace, named.user);
  const channel = findChannel(workspace, named.channel);
  if (!channel.members.has(user.id)) throw new Refusal(403, `${user.name} is not in "${named.channel}"`);
  return { user, channel };
}
