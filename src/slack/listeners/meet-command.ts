import type { SlashCommand } from '@slack/bolt';
import type { StorableAnswer } from '../../domain/answer.ts';
import { findUnofferedOption } from '../../domain/capabilities.ts';
import type { MeetCommand } from '../../domain/command.ts';
import { parseMeetCommand } from '../../domain/parse-meet-command.ts';
import { findHopelessClosing } from '../../domain/resolve-closing.ts';
import { suggestWord } from '../../domain/suggest-word.ts';
import { acceptOnce } from '../../usecases/accept-once.ts';
import type { Tables } from '../../usecases/ports/storage.ts';
import { requestRoom } from '../../usecases/request-room.ts';
import { renderAnswer } from '../views/answer.ts';
import type { CommandArgs } from './command-args.ts';
import type { ListenerDeps } from './deps.ts';
import { isDirect, replyToCommand } from './reply-to.ts';
import { showNewRoom } from './show-new-room.ts';
import { showSettings } from './show-settings.ts';

/** `/meet …`: stores the wish for a room or a list, or answers at once what is wrong with it. */
export function meetCommand(deps: ListenerDeps) {
  return async ({ command, ack }: CommandArgs): Promise<void> => {
    const parsed = parseMeetCommand(command.text, deps.commands);
    if (parsed.kind === 'dialog') return showNewRoom(deps, { command, ack });
    if (parsed.kind === 'settings') return showSettings(deps, { command, ack });
    const { teamId, userId } = replyToCommand(command);
    const { answer, locale } = await deps.storage.transaction(async (tables) => {
      const known = (await tables.people.locale(teamId, userId, 0)) ?? 'en-US';
      const now = deps.clock.now();
      const fit = withDateRead(withinReach(parsed, deps), { now, locale: known, names: deps.commands });
      return { answer: await carryOut(tables, fit, { command, deps, now }), locale: known };
    });
    if (answer === undefined) await ack();
    else await ack(renderAnswer(answer, { locale, commands: deps.commands }));
  };
}

interface Typed {
  readonly command: SlashCommand;
  readonly deps: ListenerDeps;
  readonly now: number;
}

/** Undefined: the answer comes later, or has been given before. */
async function carryOut(
  tables: Tables,
  fit: MeetCommand,
  { command, deps, now }: Typed,
): Promise<StorableAnswer | undefined> {
  const reply = replyToCommand(command);
  switch (fit.kind) {
    case 'problem':
      return { kind: 'bad-command', problem: fit.problem };
    case 'rooms':
      await acceptOnce(tables, { name: 'list-rooms', payload: { reply }, now });
      return undefined;
    case 'room': {
      const { provider, can, maxRoomsPerTeam } = deps;
      const direct = isDirect(command.channel_name);
      const ask = {
        request: fit.request,
        reply,
        provider,
        can,
        maxRoomsPerTeam,
        now,
        direct,
        another: false,
      };
      return mindingWords(await requestRoom(tables, ask), command.text);
    }
    default:
      return { kind: 'help', hostOnly: deps.can.hostOnly };
  }
}

/** One word that is nearly one of ours makes a room like any other, and is asked about. */
function mindingWords(answer: StorableAnswer | undefined, text: string): StorableAnswer | undefined {
  const meant = suggestWord(text);
  return answer?.kind === 'making-room' && meant !== undefined ? { ...answer, meant } : answer;
}

/** What the provider can't do is refused at once. */
function withinReach(parsed: MeetCommand, { can, commands }: ListenerDeps): MeetCommand {
  if (parsed.kind !== 'room') return parsed;
  const problem = findUnofferedOption(parsed.request, can, commands);
  return problem === undefined ? parsed : { kind: 'problem', problem };
}

/** A date nobody could read is refused at once; what depends on the person's time zone is looked at later. */
function withDateRead(parsed: MeetCommand, context: Parameters<typeof findHopelessClosing>[1]): MeetCommand {
  if (parsed.kind !== 'room' || parsed.request.closes === null) return parsed;
  const problem = findHopelessClosing({ ...parsed.request, closes: parsed.request.closes }, context);
  return problem === undefined ? parsed : { kind: 'problem', problem };
}
