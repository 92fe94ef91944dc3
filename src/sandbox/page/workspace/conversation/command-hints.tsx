import type { ReactNode } from 'react';
import type { Command } from './match-commands.ts';
import type { Hints } from './use-hints.ts';

/** The list above the composer while a command's name is typed. */
export function CommandHints({
  id,
  hints,
  onChoose,
}: {
  id: string;
  hints: Hints;
  onChoose(command: Command): void;
}): ReactNode {
  return (
    <div className="hints" role="listbox" id={id} aria-label="Commands">
      {hints.commands.map((command, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the composer hears the keys, as in every combobox
        <div
          className="hint"
          key={command.command}
          role="option"
          id={`${id}-${index}`}
          aria-selected={index === hints.active}
          tabIndex={-1}
          onClick={() => onChoose(command)}
          // The cursor stays in the composer.
          onPointerDown={(event) => event.preventDefault()}
        >
          <b>{command.command}</b> <span className="hint-usage">{command.usageHint}</span>
          <small>{command.description}</small>
        </div>
      ))}
    </div>
  );
}
