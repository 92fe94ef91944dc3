import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { parseRecordingsCommand } from '../../domain/parse-recordings-command.ts';
import { acceptOnce } from '../../usecases/accept-once.ts';
import type { ListenerDeps } from './deps.ts';
import { replyToCommand } from './reply-to.ts';

type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/recordings …`: has the list made. */
export function recordingsCommand(deps: ListenerDeps) {
  return async ({ command, ack }: Pick<CommandArgs, 'command' | 'ack'>): Promise<void> => {
    const reply = replyToCommand(command);
    const payload = { scope: parseRecordingsCommand(command.text), reply };
    await deps.storage.transaction((tables) =>
      acceptOnce(tables, { name: 'list-recordings', payload, now: deps.clock.now() }),
    );
    await ack();
  };
}
