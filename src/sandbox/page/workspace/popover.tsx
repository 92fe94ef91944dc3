import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

/**
 * A button and the small panel it opens beneath itself. Escape or a click elsewhere closes the panel; Escape gives the
 * focus back to the button. `children` get the function that closes it.
 */
export function Popover({
  label,
  face,
  className,
  children,
}: {
  /** Accessible name of the button and the panel. */
  label: string;
  /** What the button shows, if not its name. */
  face?: ReactNode;
  className: string;
  children(close: () => void): ReactNode;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  useCloseOnOutsidePress(frame, open, () => setOpen(false));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard wherever the focus is inside
    <div className="popover" ref={frame} onKeyDown={(event) => event.key === 'Escape' && open && close()}>
      <button
        type="button"
        ref={button}
        className={className}
        aria-label={face === undefined ? undefined : label}
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        onClick={() => setOpen(!open)}
      >
        {face ?? label}
      </button>
      {open && (
        <section className="popover-panel" id={panelId} aria-label={label}>
          {children(close)}
        </section>
      )}
    </div>
  );
}

function useCloseOnOutsidePress(
  frame: { readonly current: HTMLElement | null },
  open: boolean,
  onOutside: () => void,
): void {
  useEffect(() => {
    if (!open) return;
    const onPress = (event: Event): void => {
      if (!frame.current?.contains(event.target as Node)) onOutside();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  });
}
