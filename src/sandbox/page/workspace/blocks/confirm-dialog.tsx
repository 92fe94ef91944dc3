import type { ReactNode } from 'react';
import { ModalDialog } from '../modal-dialog.tsx';
import type { Confirm } from './slack-block.ts';
import { plainText, TextView } from './text-view.tsx';

/** Slack's "are you sure?", with Slack's own words where the app gives none. */
export function ConfirmDialog({
  confirm,
  onConfirm,
  onClose,
}: {
  confirm: Confirm;
  onConfirm(): void;
  onClose(): void;
}): ReactNode {
  const title = confirm.title ? plainText(confirm.title) : 'Are you sure?';
  return (
    <ModalDialog label={title} className="dialog" onClose={onClose}>
      {(close) => (
        <>
          <h2>{title}</h2>
          <p>
            <TextView text={confirm.text} />
          </p>
          <div className="dialog-buttons">
            <button type="button" className="button" onClick={close}>
              {confirm.deny ? plainText(confirm.deny) : 'Cancel'}
            </button>
            <button
              type="button"
              className={`button is-filled is-${confirm.style ?? 'primary'}`}
              onClick={() => {
                close();
                onConfirm();
              }}
            >
              {confirm.confirm ? plainText(confirm.confirm) : 'Yes'}
            </button>
          </div>
        </>
      )}
    </ModalDialog>
  );
}
