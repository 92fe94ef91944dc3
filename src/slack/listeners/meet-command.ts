import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { StorableAnswer } from '../../domain/answer.ts';
import type { CommandNames, MeetCommand } from '../../domain/command.ts';
import { formatTitle } from '../../domain/format-meet-command.ts';
import { parseMeetCommand } from '../../domain/parse-meet-command.ts';
import { findHopelessClosing } from '../../domain/resolve-closing.ts';
import type { Tables } from '../../usecases/ports.ts';
import { requestRoom } from '../../usecases/request-room.ts';
import { renderAnswer } from '../views/answer.ts';
import type { ListenerDeps } from './deps.ts';
import { localeOf } from './locale-of.ts';
import { openNewRoom } from './open-new-room.ts';
import { isDirect, replyToCommand } from './reply-to.ts';

type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/meet …`: stores the wish for a room, or answers at once what is wrong with it. */
export function meetCommand(deps: ListenerDeps) {
  return async ({ command, ack }: Pick<CommandArgs, 'command' | 'ack'>): Promise<void> => {
    const reply = replyToCommand(command);
    const parsed = parseMeetCommand(command.text, deps.commands);
    if (parsed.kind === 'dialog') return showDialog(deps, { command, ack });
    const { provider, maxRoomsPerTeam, commands } = deps;
    const now = deps.clock.now();
    const answerIn = async (tables: Tables, locale: string): Promise<StorableAnswer | undefined> => {
      const fit = withDateRead(parsed, { now, locale, names: commands });
      if (fit.kind === 'help' || fit.kind === 'dialog') return { kind: 'help' };
      if (fit.kind === 'problem') return { kind: 'bad-command', problem: fit.problem };
      if (fit.kind !== 'room') return reservedWord(fit.word, commands);
      const direct = isDirect(command.channel_name);
      const ask = { request: fit.request, reply, provider, maxRoomsPerTeam, now, direct, another: false };
      return requestRoom(tables, ask);
    };
    const { answer, locale } = await deps.storage.transaction(async (tables) => {
      const known = (await tables.people.locale(reply.teamId, reply.userId, 0)) ?? 'en-US';
      return { answer: await answerIn(tables, known), locale: known };
    });
    if (answer === undefined) await ack();
    else await ack(renderAnswer(answer, { locale, commands }));
  };
}

async function showDialog(deps: ListenerDeps, { command, ack }: Pick<CommandArgs, 'command' | 'ack'>) {
  const reply = replyToCommand(command);
  const { responseUrl } = reply;
  const channelId = isDirect(command.channel_name) ? null : reply.channelId;
  const origin = { channelId, thread: null, responseUrl };
  const shown = await openNewRoom(deps, { reply, triggerId: command.trigger_id, origin });
  if (shown === 'shown') return ack();
  const reader = { locale: await localeOf(deps, reply), commands: deps.commands };
  await ack(renderAnswer({ kind: 'dialog-not-shown' }, reader));
}

function reservedWord(word: string, { meet }: Pick<CommandNames, 'meet'>): StorableAnswer {
  const corrected = `${meet} ${formatTitle(word)}`;
  return { kind: 'bad-command', problem: { kind: 'reserved-word', word, corrected } };
}

/** A date nobody could read is refused at once; what depends on the person's time zone is looked at later. */
function withDateRead(parsed: MeetCommand, context: Parameters<typeof findHopelessClosing>[1]): MeetCommand {
  if (parsed.kind !== 'room' || parsed.request.closes === null) return parsed;
  const problem = findHopelessClosing({ ...parsed.request, closes: parsed.request.closes }, context);
  return problem === undefined ? parsed : { kind: 'problem', problem };
}
