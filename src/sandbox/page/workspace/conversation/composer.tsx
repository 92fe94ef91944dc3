import { type ReactNode, type RefObject, useId } from 'react';
import { useConversation } from '../state/conversation-context.ts';
import { CommandHints } from './command-hints.tsx';
import { commandOf } from './match-commands.ts';
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
  const usage = commandOf(view.commands, draft);
  if (channel.archived)
    return <p className="composer-closed">This channel is archived: nobody can write here any more.</p>;
  return (
    <div className="composer">
      {hinting && <CommandHints id={hintsId} hints={hints} onChoose={choose} />}
      <div className="composer-box">
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
        <button
          type="button"
          className="composer-send"
          disabled={draft.trim() === ''}
          aria-label="Send"
          onClick={() => {
            send();
            input.current?.focus();
          }}
        >
          <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
            <path d="M2 3l16 7-16 7 2-6 8-1-8-1z" fill="currentColor" />
          </svg>
        </button>
      </div>
      <p className="composer-foot" aria-live="polite">
        {usage ? (
          <>
            <b>{usage.command}</b> {usage.usageHint}
          </>
        ) : (
          <span className="composer-keys">
            <b>/</b> for commands · <b>Enter</b> to send · <b>Shift+Enter</b> for a new line
          </span>
        )}
      </p>
    </div>
  );
}
