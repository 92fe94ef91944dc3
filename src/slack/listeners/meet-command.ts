import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { StorableAnswer } from '../../domain/answer.ts';
import { parseMeetCommand } from '../../domain/parse-meet-command.ts';
import { requestRoom } from '../../usecases/request-room.ts';
import { renderAnswer } from '../views/answer.ts';
import type { ListenerDeps } from './deps.ts';
import { replyToCommand } from './reply-to.ts';

type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/meet …`: stores the wish for a room, or answers at once what is wrong with it. */
export function meetCommand(deps: ListenerDeps) {
  return async ({ command, ack }: Pick<CommandArgs, 'command' | 'ack'>): Promise<void> => {
    const reply = replyToCommand(command);
    const parsed = parseMeetCommand(command.text, deps.commands);
    const [answer, locale] = await deps.storage.transaction(async (tables) => {
      const language = await tables.people.locale(reply.teamId, reply.userId, 0);
      if (parsed.kind === 'help') return [parsed, language] as const;
      if (parsed.kind === 'problem') return [problemWith(parsed.problem), language] as const;
      const { provider, maxRoomsPerTeam } = deps;
      const ask = { request: parsed.request, reply, provider, maxRoomsPerTeam, now: deps.clock.now() };
      return [await requestRoom(tables, { ...ask, another: false }), language] as const;
    });
    if (answer === undefined) await ack();
    else await ack(renderAnswer(answer, { locale: locale ?? 'en-US', commands: deps.commands }));
  };
}

function problemWith(problem: Extract<StorableAnswer, { kind: 'bad-command' }>['problem']): StorableAnswer {
  return { kind: 'bad-command', problem };
}
