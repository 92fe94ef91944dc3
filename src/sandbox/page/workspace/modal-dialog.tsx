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
  children(close: () => void): ReactNode;
}): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closing before it leaves the page is what gives the focus back.
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className={className} aria-label={label} closedby="any" onClose={onClose}>
      {children(() => dialog.current?.close())}
    </dialog>
  );
}
