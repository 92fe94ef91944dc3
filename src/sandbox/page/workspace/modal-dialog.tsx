import { type ReactNode, useEffect, useRef } from 'react';

/**
 * The browser's own modal dialog: the page behind it is dimmed and out of reach, Escape closes it, and the focus goes
 * back to where it was. It opens when it is drawn; `children` get the function that closes it.
 */
export function ModalDialog({
  label,
  className,
  onClose,
  children,
}: {
  /** Its accessible name. */
  label: string;
  className: string;
  /** Called once it is closed, however that happened: stop drawing it. */
  onClose(): void;
  /** A button inside calls `close`: the focus only goes back if the dialog is closed before it is gone. */
  children(close: () => void): ReactNode;
}): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={className} aria-label={label} closedby="any" onClose={onClose}>
      {children(() => dialog.current?.close())}
    </dialog>
  );
}
