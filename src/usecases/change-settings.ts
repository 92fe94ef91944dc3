import type { SettingsRefusal } from '../domain/answer.ts';
import { isAllowedIn } from '../domain/permissions.ts';
import { realChanges, type SettingsChange, withChanges } from '../domain/settings-change.ts';
import { ChannelGoneError } from '../errors.ts';
import { answer, answerLater } from './answer.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads, ReplyTo } from './job-payloads.ts';
import type { Tables } from './ports/storage.ts';
import type { Profile } from './ports/workspace.ts';
import { updateHomesLater } from './update-homes.ts';

/**
 * Changes what a channel's members choose and admins decide, for those who may by now, whatever their dialog showed.
 * Who may not change a part of it changes nothing. What admins decide is told to the channel.
 */
export async function changeSettings(
  deps: Deps,
  { change, reply }: JobPayloads['change-settings'],
): Promise<undefined> {
  const person = await deps.workspace.profile(reply.teamId, reply.userId);
  const why = await refusalOf(deps, { change, reply, person });
  if (why !== undefined) {
    await answer(deps, reply, { kind: 'settings-refused', why });
    return;
  }
  await deps.storage.transaction(async (tables) => {
    const isTold = await store(tables, { change, reply, now: deps.clock.now(), locale: person.locale });
    await answerLater(tables, reply, { kind: 'settings-saved', isTold });
  });
}

interface Wish {
  readonly change: SettingsChange;
  readonly reply: ReplyTo;
}

async function refusalOf(
  deps: Deps,
  { change, reply, person }: Wish & { readonly person: Profile },
): Promise<SettingsRefusal | undefined> {
  const { teamId } = reply;
  const may = (action: 'change-convenience' | 'change-policy', inChannel: boolean) =>
    isAllowedIn(action, person, { teamId, inChannel });
  if (person.teamId !== teamId) return 'other-workspace';
  if (change.policy.length > 0 && !may('change-policy', true)) return 'not-admin';
  if (Object.keys(change.convenience).length === 0) return undefined;
  if (!may('change-convenience', true)) return 'guest';
  return may('change-convenience', await isStillInChannel(deps, reply)) ? undefined : 'not-in-channel';
}

/** Where we can't look, the dialog was opened from within all the same: Slack's word for it is enough. */
async function isStillInChannel(deps: Deps, { teamId, channelId, userId }: ReplyTo): Promise<boolean> {
  try {
    return await deps.workspace.isMember(teamId, channelId, userId);
  } catch (error) {
    if (error instanceof ChannelGoneError) return true;
    throw error;
  }
}

/** True: it concerns what admins decide, and the channel will be told. */
async function store(
  tables: Tables,
  { change, reply, now, locale }: Wish & { readonly now: number; readonly locale: string },
): Promise<boolean> {
  const { teamId, channelId, userId, requestKey } = reply;
  // One after the other: each starts from what the one before has left.
  await tables.pauses.lock([`settings:${teamId}`]);
  const current = await tables.settings.of(teamId, channelId);
  const { convenience, workspacePolicy: workspace, ownPolicy: channel } = current;
  if (Object.keys(change.convenience).length > 0) {
    await tables.settings.choose(teamId, channelId, { ...convenience, ...change.convenience });
  }
  const changes = realChanges(change.policy, { workspace, channel });
  if (changes.length === 0) return false;
  const inWorkspace = withChanges(workspace, changes, 'workspace');
  if (changes.some(({ scope }) => scope === 'workspace'))
    await tables.settings.decide(teamId, null, inWorkspace);
  const inChannel = withChanges(channel, changes, 'channel');
  if (changes.some(({ scope }) => scope === 'channel'))
    await tables.settings.decide(teamId, channelId, inChannel);
  await tables.audit.add({ teamId, at: now, userId, action: 'change-policy', subject: channelId });
  const payload = { key: requestKey, changes: [...changes], reply, locale: convenience.locale ?? locale };
  await tables.jobs.enqueue({ name: 'announce-policy', payload });
  await updateHomesLater(tables, { teamId, channelId }, changes);
  return true;
}
