import { useEffect, useRef } from 'react';
import { say } from './words/say.ts';

/** Asks before somebody is sent out. Escape keeps them. */
export function RemoveDialog({
  name,
  onRemove,
  onKeep,
}: {
  readonly name: string;
  onRemove(): void;
  onKeep(): void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  // Closed, it gives the focus back.
  const close = (): void => dialog.current?.close();
  return (
    <dialog ref={dialog} aria-labelledby="remove-question" onClose={onKeep}>
      <h2 id="remove-question">{say('remove.question', { name })}</h2>
      <p>{say('remove.what', { name })}</p>
      <div className="choices">
        <button type="button" onClick={close}>
          {say('remove.keep')}
        </button>
        <button
          type="button"
          className="danger"
          onClick={() => {
            close();
            onRemove();
          }}
        >
          {say('person.remove')}
        </button>
      </div>
    </dialog>
  );
}
