import type { StorableAnswer } from '../../domain/answer.ts';
import type { CommandNames, MeetCommand } from '../../domain/command.ts';
import { formatTitle } from '../../domain/format-meet-command.ts';
import { parseMeetCommand } from '../../domain/parse-meet-command.ts';
import { findHopelessClosing } from '../../domain/resolve-closing.ts';
import type { Tables } from '../../usecases/ports.ts';
import { requestRoom } from '../../usecases/request-room.ts';
import { renderAnswer } from '../views/answer.ts';
import type { CommandArgs } from './command-args.ts';
import type { ListenerDeps } from './deps.ts';
import { isDirect, replyToCommand } from './reply-to.ts';
import { showNewRoom } from './show-new-room.ts';
import { showSettings } from './show-settings.ts';

/** `/meet …`: stores the wish for a room, or answers at once what is wrong with it. */
export function meetCommand(deps: ListenerDeps) {
  return async ({ command, ack }: CommandArgs): Promise<void> => {
    const reply = replyToCommand(command);
    const parsed = parseMeetCommand(command.text, deps.commands);
    if (parsed.kind === 'dialog') return showNewRoom(deps, { command, ack });
    if (parsed.kind === 'settings') return showSettings(deps, { command, ack });
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
