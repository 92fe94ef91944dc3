import { type ReactNode, type RefObject, useId } from 'react';
import { useConversation } from '../state/conversation-context.ts';
import { CommandHints } from './command-hints.tsx';
import { type Command, commandOf } from './match-commands.ts';
import { ShortcutsMenu } from './shortcuts-menu.tsx';
import { useComposer } from './use-composer.ts';
import type { SetDraft } from './use-drafts.ts';

/** Where one types: Enter sends, Shift+Enter makes a new line, `/` offers the commands. */
export function Composer({
  label,
  draft,
  setDraft,
  input,
}: {
  label: string;
  draft: string;
  setDraft: SetDraft;
  input: RefObject<HTMLTextAreaElement | null>;
}): ReactNode {
  const { view, channel } = useConversation();
  const { hints, onKeyDown, choose, send } = useComposer(draft, setDraft);
  const hinting = hints.commands.length > 0;
  const hintsId = useId();
  if (channel.archived)
    return <p className="composer-closed">This channel is archived: nobody can write here any more.</p>;
  return (
    <div className="composer">
      {hinting && <CommandHints id={hintsId} hints={hints} onChoose={choose} />}
      <div className="composer-box">
        <ShortcutsMenu />
        <textarea
          ref={input}
          rows={1}
          aria-label={label}
          placeholder={label}
          value={draft}
          aria-autocomplete="list"
          aria-controls={hinting ? hintsId : undefined}
          aria-activedescendant={hinting ? `${hintsId}-${hints.active}` : undefined}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <SendButton
          disabled={draft.trim() === ''}
          onSend={() => {
            send();
            input.current?.focus();
          }}
        />
      </div>
      <Foot command={commandOf(view.commands, draft)} />
    </div>
  );
}

function SendButton({ disabled, onSend }: { disabled: boolean; onSend(): void }): ReactNode {
  return (
    <button type="button" className="composer-send" disabled={disabled} aria-label="Send" onClick={onSend}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <path d="M2 3l16 7-16 7 2-6 8-1-8-1z" fill="currentColor" />
      </svg>
    </button>
  );
}

/** How to use the command that is being typed, else which keys there are. */
function Foot({ command }: { command: Command | undefined }): ReactNode {
  return (
    <p className="composer-foot" aria-live="polite">
      {command ? (
        <>
          <b>{command.command}</b> {command.usageHint}
        </>
      ) : (
        <span className="composer-keys">
          <b>/</b> for commands · <b>Enter</b> to send · <b>Shift+Enter</b> for a new line
        </span>
      )}
    </p>
  );
}
