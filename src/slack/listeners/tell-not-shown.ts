import type { StorableAnswer } from '../../domain/answer.ts';
import { answerLater } from '../../usecases/answer.ts';
import type { ReplyTo } from '../../usecases/job-payloads.ts';
import type { ListenerDeps } from './deps.ts';

/** A dialog that Slack did not open, where no acknowledgement can say so: a private answer does. */
export function tellNotShown(deps: ListenerDeps, reply: ReplyTo, answer: StorableAnswer): Promise<void> {
  return deps.storage.transaction(async (tables) => {
    if (!(await tables.inbox.accept(reply.requestKey, 'open-dialog', deps.clock.now()))) return;
    await answerLater(tables, reply, answer);
  });
}
