import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { parseRecordingsCommand } from '../../domain/parse-recordings-command.ts';
import { acceptOnce } from '../../usecases/accept-once.ts';
import { renderAnswer } from '../views/answer.ts';
import type { ListenerDeps } from './deps.ts';
import { replyToCommand } from './reply-to.ts';

type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/recordings …`: has the list made, or answers at once what is wrong with the argument. */
export function recordingsCommand(deps: ListenerDeps) {
  return async ({ command, ack }: Pick<CommandArgs, 'command' | 'ack'>): Promise<void> => {
    const reply = replyToCommand(command);
    const parsed = parseRecordingsCommand(command.text, deps.commands);
    const locale = await deps.storage.transaction(async (tables) => {
      if (parsed.kind !== 'problem') {
        const payload = { scope: parsed, reply };
        await acceptOnce(tables, { name: 'list-recordings', payload, now: deps.clock.now() });
      }
      return tables.people.locale(reply.teamId, reply.userId, 0);
    });
    if (parsed.kind !== 'problem') return ack();
    const reader = { locale: locale ?? 'en-US', commands: deps.commands };
    await ack(renderAnswer({ kind: 'bad-command', problem: parsed.problem }, reader));
  };
}
