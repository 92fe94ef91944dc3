import { z } from 'zod';
import { findPlace } from './find-by-name.ts';
import { type ActResult, channelNameForApps, type Desk, SHARED_FIELDS, tell } from './interaction.ts';
import { invite } from './invite.ts';
import { reply } from './reply.ts';
import { SlackError } from './slack-error.ts';
import { escapeText, withMentions } from './slack-text.ts';
import type { Channel } from './workspace-state.ts';
import { type SlashCommand, TEAM, type User } from './world.ts';

/** A command as a person types it. Ids or names. */
export const typedCommandSchema = z.object({
  user: z.string(),
  channel: z.string(),
  /** What follows the command; or all of it, "/recordings x". */
  text: z.string().default(''),
  /** Default: the first word of `text` if that begins with `/`, else the app's first command. */
  command: z.string().optional(),
  /** `ts` of the message in whose thread it is typed: there, Slack takes no commands. */
  thread_ts: z.string().optional(),
});
export type TypedCommand = z.input<typeof typedCommandSchema>;

interface Typed {
  readonly user: User;
  readonly channel: Channel;
  readonly name: string;
  readonly text: string;
}

/** Runs a slash command. Throws Refusal when the person or channel is unknown or the person not in it. */
export async function runCommand(desk: Desk, given: TypedCommand): Promise<ActResult> {
  const place = findPlace(desk.workspace, given);
  const typed = { ...place, ...split(given, desk.commands[0]?.command ?? '') };
  if (given.thread_ts !== undefined) {
    const { user, channel } = typed;
    const where = { userId: user.id, channelId: channel.id, threadTs: given.thread_ts };
    tell(desk.workspace, where, `${typed.name} is not supported in threads. Sorry!`);
    return { ok: false, status: 200 };
  }
  if (typed.name === '/invite') return invite(desk.workspace, typed);
  // An app's commands are only for people of the workspace it is installed in.
  const commands = typed.user.teamId === undefined ? desk.commands : [];
  const command = commands.find((known) => known.command === typed.name);
  if (command) return callApp(desk, typed, command);
  tellTyper(desk, typed, `${typed.name} is not a valid command.`);
  return { ok: false, status: 200 };
}

function split({ command, text = '' }: TypedCommand, usual: string): { name: string; text: string } {
  if (command) return { name: command, text: text.trim() };
  const [, name = usual, rest = ''] = /^\s*(\/\S+)?(.*)$/s.exec(text) ?? [];
  return { name, text: rest.trim() };
}

async function callApp(desk: Desk, typed: Typed, command: SlashCommand): Promise<ActResult> {
  const { user, channel, name } = typed;
  const fields = {
    ...SHARED_FIELDS,
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: channel.id,
    channel_name: channelNameForApps(channel),
    user_id: user.id,
    user_name: user.handle,
    command: name,
    text: command.shouldEscape ? withMentions(desk.workspace, typed.text) : escapeText(typed.text),
    is_enterprise_install: 'false',
    response_url: desk.responseUrls.issue({ userId: user.id, channelId: channel.id }),
    trigger_id: desk.triggerIds.issue({ userId: user.id, channelId: channel.id }),
  };
  const answer = await desk.app.send({
    title: `Slash command ${name}`,
    content: { fields },
    shown: fields,
  });
  if (answer.failure) tellTyper(desk, typed, `${name} failed with the error "${answer.failure}"`);
  else showAcknowledgement(desk, typed, answer.body);
  return { ok: !answer.failure, status: answer.status };
}

function showAcknowledgement(desk: Desk, typed: Typed, body: string): void {
  if (body.trim() === '') return;
  try {
    reply(desk.workspace, { userId: typed.user.id, channelId: typed.channel.id }, readAcknowledgement(body));
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    tellTyper(desk, typed, `${typed.name} failed with the error "${error.code}"`);
  }
}

/** Anything but a JSON object is text to show. */
function readAcknowledgement(body: string): unknown {
  try {
    return z.looseObject({}).parse(JSON.parse(body));
  } catch {
    return { text: body };
  }
}

function tellTyper({ workspace }: Desk, { user, channel }: Typed, text: string): void {
  tell(workspace, { userId: user.id, channelId: channel.id }, text);
}
