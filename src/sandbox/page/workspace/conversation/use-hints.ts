import { useState } from 'react';
import { useConversation } from '../state/conversation-context.ts';
import { type Command, matchCommands } from './match-commands.ts';

export interface Hints {
  /** Empty: no list is shown. */
  readonly commands: readonly Command[];
  /** Index of the one Enter would take. */
  readonly active: number;
  /** Goes up or down, round the ends. */
  move(step: -1 | 1): void;
  /** No list until something else is typed. */
  close(): void;
}

/** The commands the typed line may become. */
export function useHints(line: string): Hints {
  const { view } = useConversation();
  const [chosen, setChosen] = useState({ line, index: 0 });
  const [closedFor, setClosedFor] = useState<string>();
  const commands = closedFor === line ? [] : matchCommands(view.commands, line);
  const active = chosen.line === line && chosen.index < commands.length ? chosen.index : 0;
  return {
    commands,
    active,
    move: (step) => setChosen({ line, index: (active + step + commands.length) % commands.length }),
    close: () => setClosedFor(line),
  };
}
