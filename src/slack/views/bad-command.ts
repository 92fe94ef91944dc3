import type { CommandProblem } from '../../domain/command.ts';
import type { Texts } from '../../locales/texts.ts';
import { section } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { LIMITS } from './limits.ts';
import { code } from './mrkdwn.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';

/** Names what is wrong, then gives the command to copy, and says that nothing has happened. */
export function badCommand({ problem }: AnswerOf<'bad-command'>, { texts }: Reader): Rendered {
  const next: string[] = [];
  if (problem.corrected !== null) {
    next.push(texts.say('bad.copy', { command: code(problem.corrected, LIMITS.command) }));
  }
  next.push(texts.say('bad.no-room'));

  return rendered(section(whatIsWrong(problem, texts)), section(...next));
}

function whatIsWrong(problem: CommandProblem, texts: Texts): string {
  switch (problem.kind) {
    case 'unknown-option':
      return unknownOption(problem, texts);
    case 'missing-value':
      return texts.say('bad.missing-value', { option: code(problem.option) });
    case 'repeated-option':
      return texts.say('bad.repeated-option', { option: code(problem.option) });
    case 'conflicting-options':
      return texts.say('bad.conflicting-options', {
        first: code(problem.first),
        second: code(problem.second),
      });
    case 'not-offered':
      return texts.say('bad.not-offered', { option: code(problem.option) });
    case 'not-a-duration':
      return texts.say('bad.not-a-duration', { value: code(problem.value) });
    case 'not-a-date':
      return texts.say('bad.not-a-date', { value: code(problem.value) });
    case 'not-a-person':
      return texts.say('bad.not-a-person', { value: code(problem.value) });
    case 'too-soon':
      return texts.say('bad.too-soon', timeAsUnderstood(problem, texts));
    case 'in-the-past':
      return texts.say('bad.in-the-past', timeAsUnderstood(problem, texts));
    case 'title-missing':
      return texts.say('bad.title-missing');
    case 'title-too-long':
      return texts.say('bad.title-too-long', { length: problem.length, max: problem.max });
  }
}

function unknownOption(problem: Extract<CommandProblem, { kind: 'unknown-option' }>, texts: Texts): string {
  const option = code(problem.option);
  if (problem.suggestion === null) return texts.say('bad.unknown-option', { option });
  return texts.say('bad.unknown-option-suggested', { option, suggestion: code(problem.suggestion) });
}

function timeAsUnderstood(
  problem: { readonly value: string; readonly at: number },
  texts: Texts,
): Record<'value' | 'at', string> {
  return { value: code(problem.value), at: dateToken(problem.at, 'day-and-time', texts) };
}
