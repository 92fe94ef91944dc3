import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { ViewDialog } from '../../../protocol.ts';
import { ActContext } from '../blocks/act-context.ts';
import { BlocksView } from '../blocks/blocks-view.tsx';
import { plainText } from '../blocks/text-view.tsx';
import { FormContext } from '../fields/form-context.ts';
import { useDialog } from './use-dialog.ts';

/** A dialog the app has opened: stays until it is submitted or closed, as Slack's. */
export function DialogView({ dialog }: { dialog: ViewDialog }): ReactNode {
  const frame = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { form, act, submit, close, busy } = useDialog(dialog);
  useOpenWhileDrawn(frame);
  useFocusOnError(frame, dialog);
  return (
    <dialog
      ref={frame}
      className="dialog is-form"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h2 id={titleId}>{plainText({ text: dialog.title })}</h2>
        {dialog.problem && (
          <p className="dialog-problem" role="alert">
            {dialog.problem}
          </p>
        )}
        <div className="dialog-body">
          <ActContext value={act}>
            <FormContext value={form}>
              <BlocksView blocks={dialog.blocks} />
            </FormContext>
          </ActContext>
        </div>
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={close}>
            {plainText({ text: dialog.close })}
          </button>
          {dialog.submit !== undefined && (
            <button type="submit" className="button is-filled is-primary" disabled={busy}>
              {plainText({ text: dialog.submit })}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}

/** Closing it before it is gone gives the focus back to where it was. */
function useOpenWhileDrawn(frame: { readonly current: HTMLDialogElement | null }): void {
  useLayoutEffect(() => {
    const dialog = frame.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, [frame]);
}

function useFocusOnError(
  frame: { readonly current: HTMLDialogElement | null },
  { errors }: ViewDialog,
): void {
  const wrong = Object.entries(errors).join();
  useEffect(() => {
    if (wrong === '') return;
    frame.current?.querySelector<HTMLElement>('.field.is-wrong :is(input, select, textarea)')?.focus();
  }, [frame, wrong]);
}
