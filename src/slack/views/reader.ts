import type { Answer, AnswerKind } from '../../domain/answer.ts';
import type { CommandNames } from '../../domain/command.ts';
import type { Texts } from '../../locales/texts.ts';
import type { Rendered } from './rendered.ts';

/** Whom a private answer is rendered for. */
export interface Reader {
  readonly texts: Texts;
  readonly commands: CommandNames;
}

export type AnswerOf<K extends AnswerKind> = Extract<Answer, { kind: K }>;

/** Renders one kind of private answer. */
export type AnswerView<K extends AnswerKind> = (answer: AnswerOf<K>, reader: Reader) => Rendered;
