import type { KeyboardEvent } from 'react';
import type { Command } from './match-commands.ts';
import type { SetDraft } from './use-drafts.ts';
import { type Hints, useHints } from './use-hints.ts';
import { useHistory } from './use-history.ts';
import { useSubmit } from './use-submit.ts';

/** What the composer's keys and buttons do. */
export interface ComposerActions {
  readonly hints: Hints;
  onKeyDown(event: KeyboardEvent): void;
  choose(command: Command): void;
  send(): void;
}

export function useComposer(draft: string, setDraft: SetDraft): ComposerActions {
  const submit = useSubmit(setDraft);
  const history = useHistory();
  const hints = useHints(draft);
  const choose = ({ command }: Command): void => setDraft(`${command} `);

  function send(): void {
    if (draft.trim() === '') return;
    history.add(draft);
    submit(draft);
  }
  function walk(step: -1 | 1): boolean {
    const line = draft === '' || history.isShowing(draft) ? history.walk(step) : undefined;
    if (line !== undefined) setDraft(line);
    return line !== undefined;
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.shiftKey || event.nativeEvent.isComposing) return;
    if (pressKey(event.key, { draft, hints, choose, send, walk })) event.preventDefault();
  }
  return { hints, onKeyDown, choose, send };
}

interface KeyTargets {
  readonly draft: string;
  readonly hints: Hints;
  choose(command: Command): void;
  send(): void;
  walk(step: -1 | 1): boolean;
}

/** Whether the key meant something here; else the text field has it. */
function pressKey(key: string, { draft, hints, choose, send, walk }: KeyTargets): boolean {
  const hint = hints.commands[hints.active];
  if (key === 'Enter' && (hint === undefined || hint.command === draft)) {
    // A command that is typed out is sent, not completed.
    send();
    return true;
  }
  if (hint === undefined) return (key === 'ArrowUp' && walk(-1)) || (key === 'ArrowDown' && walk(1));
  if (key === 'Enter' || key === 'Tab') choose(hint);
  else if (key === 'ArrowUp') hints.move(-1);
  else if (key === 'ArrowDown') hints.move(1);
  else if (key === 'Escape') hints.close();
  else return false;
  return true;
}
